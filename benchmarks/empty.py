"""An empty Streamlit page: what any page of ours is compared with."""

import streamlit as st

st.write("")
