package org.braindyn.data;

/**
 * Something the user gave cannot be used. The message says what was wrong, the value found and what
 * to do; it is shown as it stands, without a stack trace.
 */
public class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was wrong, the value, and the remedy, in full sentences
   */
  public BadInput(String message) {
    super(message);
  }

  /**
   * @param message what was wrong, the value, and the remedy, in full sentences
   * @param cause what was thrown underneath
   */
  public BadInput(String message, Throwable cause) {
    super(message, cause);
  }
}
