/**
 * Loops of transformer layers on tokens: activations, layer normalisation, softmax of scores, moves
 * between rows, one step of AdamW; in float and double with the same text. A matrix of tokens comes
 * in tiles of rows, each tile by columns without gaps, so that loops run over many tokens at once.
 * May import data and kernel. Read {@link org.braindyn.kernel.attention.TokenOps} first.
 */
package org.braindyn.kernel.attention;
