/**
 * Whole masked autoencoders: windows and masks, the two released families and ours, the loss and
 * its gradient over a batch, the head that predicts a variable. May import data, kernel, token,
 * attention and block. Read {@link org.braindyn.masked.network.MaskedNetwork} first.
 */
package org.braindyn.masked.network;
