package org.braindyn.io;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystemAlreadyExistsException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * Places as people write them: files of this machine, or {@code s3://bucket/scan.nii.gz} and the
 * like, read by whatever {@code java.nio} provider is on the class path.
 */
public final class Places {
  private Places() {}

  /** True if the text names a place by a scheme; one letter and a colon is a drive of Windows. */
  public static boolean remote(String text) {
    return text.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") && !text.startsWith("file:/");
  }

  /**
   * The path of a place.
   *
   * @param text a path of this machine, or a URI
   * @throws BadInput if it is none, or no provider knows its scheme
   */
  public static Path path(String text) {
    String place = text.strip();
    try {
      if (place.startsWith("file:/")) {
        return Path.of(new URI(place));
      }
      return remote(place) ? of(new URI(place)) : Path.of(place);
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw new BadInput("\"" + text + "\" is no place of a file: " + Reason.of(e) + ".", e);
    }
  }

  /** A place that is named in a table: relative to a folder unless it says otherwise. */
  public static Path within(Path folder, String text) {
    String place = text.strip();
    return remote(place) || place.startsWith("file:/") ? path(place) : folder.resolve(place);
  }

  private static Path of(URI uri) {
    TreeSet<String> known = new TreeSet<>();
    for (FileSystemProvider provider : providers()) {
      known.add(provider.getScheme());
      if (provider.getScheme().equalsIgnoreCase(uri.getScheme())) {
        return opened(provider, uri);
      }
    }
    throw new BadInput(
        String.format(
            "Nothing here reads \"%s\": it needs a java.nio provider of \"%s\" on the class path;"
                + " there are %s. Add its jar, or copy the file here.",
            uri, uri.getScheme(), known));
  }

  private static Path opened(FileSystemProvider provider, URI uri) {
    try {
      return provider.getPath(uri);
    } catch (FileSystemNotFoundException e) {
      try {
        provider.newFileSystem(uri, Map.of());
      } catch (FileSystemAlreadyExistsException other) {
        // another thread was quicker
      } catch (IOException | UnsupportedOperationException failed) {
        throw new BadInput("Cannot open " + uri + ": " + Reason.of(failed) + ".", failed);
      }
      return provider.getPath(uri);
    }
  }

  private static List<FileSystemProvider> providers() {
    List<FileSystemProvider> all = new ArrayList<>(FileSystemProvider.installedProviders());
    // Those on the system's class path are installed; Fiji and clusters have loaders of their own.
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    ServiceLoader.load(FileSystemProvider.class, loader).forEach(all::add);
    ServiceLoader.load(FileSystemProvider.class, Places.class.getClassLoader()).forEach(all::add);
    return all;
  }
}
