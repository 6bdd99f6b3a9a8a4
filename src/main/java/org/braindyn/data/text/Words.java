package org.braindyn.data.text;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.braindyn.data.BadInput;

/** Words that stand for the constants of an enum: {@code first component} for FIRST_COMPONENT. */
public final class Words {
  private Words() {}

  /**
   * The constant that a word means; case does not count, and blanks and hyphens are underscores.
   *
   * @param type the enum
   * @param parameter what the word was given for, for the message
   * @param word what was given
   * @throws BadInput that lists the words that are known
   */
  public static <T extends Enum<T>> T choice(Class<T> type, String parameter, String word) {
    String wanted = word == null ? "" : word.trim().toUpperCase(Locale.ROOT);
    for (T constant : type.getEnumConstants()) {
      if (constant.name().equals(wanted.replace(' ', '_').replace('-', '_'))) {
        return constant;
      }
    }
    throw new BadInput(
        parameter
            + "="
            + word
            + " is not known. Choose one of: "
            + Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", "))
            + ".");
  }

  /** The word for a constant. */
  public static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
