"""Drawing with Matplotlib: the house style, the parts that move as SVG, and one file for each subject."""
