"""How the embedded English model is made: open treebanks become one small file."""
