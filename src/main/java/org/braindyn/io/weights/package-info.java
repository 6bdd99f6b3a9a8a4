/**
 * Files of network weights: safetensors (read and written) and the zip files of {@code torch.save}
 * (read). A torch file is a pickle, that is a program: it is interpreted here with a handful of
 * opcodes and a list of allowed names, and every other name is refused without being called. May
 * import data and {@link org.braindyn.io.AtomicFile}. Read {@link
 * org.braindyn.io.weights.WeightsFile} first.
 */
package org.braindyn.io.weights;
