/**
 * Model files at work: opened, applied, refitted.
 *
 * <p>May import everything below. Read {@link org.braindyn.models.SavedModel} first.
 */
package org.braindyn.models;
