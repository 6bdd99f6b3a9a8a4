/**
 * Weights files and their configuration, and the call from outside that runs a network on arrays.
 * May import data, kernel, io and the other sub-packages of masked. Read {@link
 * org.braindyn.masked.file.MaskedFile} first.
 */
package org.braindyn.masked.file;
