"""Pages of this app; each file is one step of the road: text, skills, profile, occupations."""
