/**
 * Transformer blocks with their gradients: the released ones after and before normalisation, and
 * ours with attention along regions and along time. May import data, kernel, token and attention.
 * Read {@link org.braindyn.masked.block.Block} first.
 */
package org.braindyn.masked.block;
