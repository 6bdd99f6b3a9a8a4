package org.braindyn.gaps;

import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.imputation.FillMethod;

/** Words of dialogs and macros for methods of filling. */
public final class FillWords {
  private static final Map<String, FillMethod> METHODS = new LinkedHashMap<>();

  static {
    METHODS.put("kalman", FillMethod.AUTO);
    METHODS.put("own moments", FillMethod.OWN);
    METHODS.put("group moments", FillMethod.GROUP);
    METHODS.put("own and group moments", FillMethod.OWN_AND_GROUP);
    METHODS.put("visible regions", FillMethod.VISIBLE_REGIONS);
    METHODS.put("personal covariance", FillMethod.PERSONAL_COVARIANCE);
    METHODS.put("model", FillMethod.MODEL);
    METHODS.put("interpolation", FillMethod.INTERPOLATION);
    METHODS.put("mean", FillMethod.MEAN);
  }

  private FillWords() {}

  /**
   * The method that a word means.
   *
   * @throws BadInput that lists the words that are known
   */
  public static FillMethod method(String word) {
    FillMethod method = METHODS.get(word == null ? "" : word.strip());
    if (method == null) {
      throw new BadInput(
          "The method of filling \"" + word + "\" is not known. Use one of " + METHODS.keySet());
    }
    return method;
  }
}
