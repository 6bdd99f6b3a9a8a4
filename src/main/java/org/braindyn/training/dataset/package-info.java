/**
 * Recordings of many people: manifests, splits by person, checks.
 *
 * <p>May import {@code data}, {@code signal}, {@code io}. Read {@link
 * org.braindyn.training.dataset.DataSet} first.
 */
package org.braindyn.training.dataset;
