/**
 * Values as ImageJ images and tables, and back.
 *
 * <p>May import {@code data}, {@code graph}, {@code signal}. Read {@link
 * org.braindyn.fiji.images.SignalsImage} first.
 */
package org.braindyn.fiji.images;
