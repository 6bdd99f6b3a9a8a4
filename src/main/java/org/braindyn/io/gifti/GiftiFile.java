package org.braindyn.io.gifti;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.braindyn.data.BadInput;
import org.braindyn.io.door.FileStart;
import org.braindyn.io.door.SafeXml;

/**
 * The values of a GIFTI file; places and triangles of a surface are skipped.
 *
 * @param arrays in order
 * @param skipped arrays of places and triangles
 * @param labels key to name
 * @param name file name
 */
record GiftiFile(List<GiftiArray> arrays, int skipped, Map<Integer, String> labels, String name) {

  /**
   * Reads a file.
   *
   * @throws BadInput if it is damaged
   */
  static GiftiFile read(Path path) throws IOException {
    String file = path.getFileName().toString();
    boolean gzip = FileStart.of(path).gzipped();
    try (InputStream raw = Files.newInputStream(path);
        InputStream in = gzip ? new GZIPInputStream(raw) : new BufferedInputStream(raw, 1 << 16)) {
      return read(new SafeXml(in, file), path);
    } catch (java.io.EOFException | java.util.zip.ZipException e) {
      throw new BadInput(file + " is damaged or cut off. Copy or download it again.", e);
    }
  }

  private static GiftiFile read(SafeXml xml, Path path) throws IOException {
    List<GiftiArray> arrays = new ArrayList<>();
    Map<Integer, String> labels = new LinkedHashMap<>();
    StringBuilder text = new StringBuilder();
    GiftiData data = null;
    int skipped = 0;
    int key = 0;
    boolean gifti = false;
    for (SafeXml.Event e = xml.next(); e != SafeXml.Event.STOP; e = xml.next()) {
      if (e == SafeXml.Event.TEXT) {
        text.append(xml.text());
      } else if (e == SafeXml.Event.START) {
        text.setLength(0);
        switch (xml.name()) {
          case "GIFTI" -> gifti = true;
          case "DataArray" -> data = new GiftiData(xml, path);
          // Files of before 2010 call the key an index.
          case "Label" -> key = xml.whole(xml.attribute("Key").isEmpty() ? "Index" : "Key");
          default -> {}
        }
      } else {
        if (xml.name().equals("Data") && data != null && data.wanted()) {
          arrays.add(data.decode(text.toString()));
          data = null;
        } else if (xml.name().equals("DataArray")) {
          if (data != null && data.wanted()) {
            arrays.add(data.decode("")); // an external array may have no Data element
          } else if (data != null) {
            skipped++;
          }
          data = null;
        } else if (xml.name().equals("Label")) {
          labels.put(key, text.toString().strip());
        }
        text.setLength(0);
      }
    }
    if (!gifti) {
      throw new BadInput(path.getFileName() + " is XML, but not a GIFTI file.");
    }
    return new GiftiFile(arrays, skipped, labels, path.getFileName().toString());
  }
}
