package org.braindyn.fiji.images;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.ArrayList;
import java.util.List;
import org.braindyn.data.BadInput;

/** The images that are open, by title or id. */
public final class OpenImages {
  /** What a dialog shows for "no image". */
  public static final String NONE = "None";

  private OpenImages() {}

  /** All open images, oldest first. */
  public static List<ImagePlus> all() {
    List<ImagePlus> images = new ArrayList<>();
    int[] ids = WindowManager.getIDList();
    if (ids != null) {
      for (int id : ids) {
        ImagePlus image = WindowManager.getImage(id);
        if (image != null) {
          images.add(image);
        }
      }
    }
    ImagePlus current = WindowManager.getCurrentImage();
    if (current != null && !images.contains(current)) {
      images.add(current);
    }
    return images;
  }

  // Commands name their results alike ("effect map"), so the last one made is most likely meant.
  private static ImagePlus choose(String key, List<ImagePlus> named) {
    ImagePlus current = WindowManager.getCurrentImage();
    ImagePlus chosen = named.contains(current) ? current : named.get(named.size() - 1);
    if (named.size() > 1) {
      IJ.log(
          String.format(
              "%s: %d open images are called \"%s\"; the %s one is used. Rename them to choose.",
              key, named.size(), chosen.getTitle(), chosen == current ? "active" : "newest"));
    }
    return chosen;
  }

  /**
   * The image with this title or id. Of several with one title the active one counts, else the
   * newest.
   *
   * @param key parameter name, for messages
   * @param required if false, "None" and blank mean no image
   * @return the image, or null for none
   */
  public static ImagePlus find(String key, String titleOrId, boolean required) {
    List<ImagePlus> images = all();
    List<ImagePlus> named =
        images.stream().filter(image -> image.getTitle().equals(titleOrId)).toList();
    if (!named.isEmpty()) {
      return choose(key, named);
    }
    for (ImagePlus image : images) {
      if (Integer.toString(image.getID()).equals(titleOrId)) {
        return image;
      }
    }
    if (!required && (titleOrId.isBlank() || titleOrId.equalsIgnoreCase(NONE))) {
      return null;
    }
    List<String> titles = images.stream().map(image -> "\"" + image.getTitle() + "\"").toList();
    throw new BadInput(
        key
            + "="
            + titleOrId
            + ": no open image has this title or id. Open images: "
            + (titles.isEmpty() ? "none" : String.join(", ", titles))
            + ".");
  }
}
