/**
 * Masked autoencoders of brain activity (BrainLM, Ortega Caro et al., ICLR 2024): the released
 * architectures number for number, and ours. Sub-packages, each of which may import those before
 * it: {@code token} (matrices of tokens, layers on single rows, workers), {@code attention}, {@code
 * block}, {@code network} (whole models, masks, loss), {@code train} (optimiser, schedule,
 * checkpoint), {@code file} (weights files and the call from outside; only train and file know io).
 * Besides, data and kernel. Read {@link org.braindyn.masked.network.MaskedNetwork} first.
 */
package org.braindyn.masked;
