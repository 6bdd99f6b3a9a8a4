/**
 * From a 4-D image and labels to region signals with a quality table, and values painted back.
 *
 * <p>May import {@code data}. Read {@link org.braindyn.parcellation.Parcellator} first.
 */
package org.braindyn.parcellation;
