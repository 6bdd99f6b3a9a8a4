/**
 * Attention between tokens, with its gradients: exact in blocks of queries, along regions and along
 * time, and by landmarks (Nystrom). May import data, kernel and token. Read {@link
 * org.braindyn.masked.attention.Attention} first.
 */
package org.braindyn.masked.attention;
