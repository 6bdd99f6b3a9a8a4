/**
 * Matrices of tokens and the layers that treat every token alike, with their gradients, and the
 * workers that run them. May import data and kernel. Read {@link
 * org.braindyn.masked.token.TokenMatrix} first, then {@link org.braindyn.masked.token.Team}.
 */
package org.braindyn.masked.token;
