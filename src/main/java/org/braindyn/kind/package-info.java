/**
 * What a kind of model is: how it is named, which settings it has, how it is trained, kept in a
 * file, read, and asked. Kinds are found by {@link java.util.ServiceLoader}; a new one costs a
 * package and a line in {@code META-INF/services/org.braindyn.kind.ModelKind} (docs/extending.md).
 *
 * <p>Read {@link org.braindyn.kind.ModelKind} first, then {@link org.braindyn.kind.TrainedModel}.
 * This package may import data, signal, graph, model, forecast, perturbation, training and io; it
 * does not know the kinds themselves, which stand in packages below it.
 */
package org.braindyn.kind;
