"""Tenfold: a checked, cross-linked knowledge base of inclusive practice.

The rooms, from the foundation up (imports point down this list, never up): `model`, `problems`, `loading`,
`prose`, `library`, `checking`, `pages`, `render`, `forms`, `conversation`, `publishing`, `adapters`, `cli`.
"""
