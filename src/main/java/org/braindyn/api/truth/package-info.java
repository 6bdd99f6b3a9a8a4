/**
 * Answers held against what is known, for scripts. Read {@link
 * org.braindyn.api.truth.ConnectivityScore} first. May import {@code api} and what the command of
 * the menu stands on.
 */
package org.braindyn.api.truth;
