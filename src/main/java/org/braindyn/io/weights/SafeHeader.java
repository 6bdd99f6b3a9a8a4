package org.braindyn.io.weights;

import com.google.gson.JsonParseException;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * The JSON header of a safetensors file, read entry by entry.
 *
 * @param entries arrays by name
 * @param metadata texts by name
 */
record SafeHeader(Map<String, Entry> entries, Map<String, String> metadata) {
  /** An array and where its bytes are, counted from the end of the header. */
  record Entry(TensorInfo info, long begin, long end) {}

  static SafeHeader parse(String text, Path file) throws IOException {
    try (JsonReader in = new JsonReader(new StringReader(text))) {
      SafeHeader header = new SafeHeader(new LinkedHashMap<>(), new LinkedHashMap<>());
      in.beginObject();
      while (in.hasNext()) {
        header.readEntry(in, file);
      }
      in.endObject();
      if (in.peek() != JsonToken.END_DOCUMENT) {
        throw new MalformedJsonException("something follows it");
      }
      return header;
    } catch (MalformedJsonException
        | EOFException
        | JsonParseException
        | IllegalStateException
        | NumberFormatException e) {
      throw new BadInput(
          file + " is no safetensors file, or it is damaged: its header is not as it should be.",
          e);
    }
  }

  private void readEntry(JsonReader in, Path file) throws IOException {
    String name = in.nextName();
    if (name.equals("__metadata__")) {
      in.beginObject();
      while (in.hasNext()) {
        String key = in.nextName();
        if (metadata.put(key, in.nextString()) != null) {
          throw new BadInput(file + " is damaged: \"" + key + "\" stands twice in its metadata.");
        }
      }
      in.endObject();
      return;
    }
    if (entries.put(name, entry(in, name, file)) != null) {
      throw new BadInput(
          file + " is damaged: the array \"" + name + "\" stands twice in its header.");
    }
  }

  private static Entry entry(JsonReader in, String name, Path file) throws IOException {
    String type = null;
    List<Long> shape = null;
    List<Long> places = null;
    in.beginObject();
    while (in.hasNext()) {
      String key = in.nextName();
      switch (key) {
        case "dtype" -> type = in.nextString();
        case "shape" -> shape = wholes(in);
        case "data_offsets" -> places = wholes(in);
        default -> throw new MalformedJsonException("unknown key");
      }
    }
    in.endObject();
    if (type == null || shape == null || places == null || places.size() != 2) {
      throw new MalformedJsonException("array without type, shape or place");
    }
    NumberType number = NumberType.named(type);
    if (number == null) {
      throw new BadInput(
          String.format(
              "%s: array \"%s\" holds numbers of type %s, which is not read here. Save it as F32.",
              file, name, type));
    }
    return checked(new Entry(null, places.get(0), places.get(1)), number, shape, name, file);
  }

  private static List<Long> wholes(JsonReader in) throws IOException {
    List<Long> list = new ArrayList<>();
    in.beginArray();
    while (in.hasNext()) {
      long value = in.nextLong();
      if (value < 0) {
        throw new NumberFormatException("negative");
      }
      list.add(value);
    }
    in.endArray();
    return list;
  }

  private static Entry checked(
      Entry place, NumberType type, List<Long> shape, String name, Path file) {
    long count = 1;
    int[] sizes = new int[shape.size()];
    for (int i = 0; i < sizes.length; i++) {
      // both below 2^31, so that the product cannot wrap round
      if (shape.get(i) > Integer.MAX_VALUE) {
        count = Long.MAX_VALUE;
        break;
      }
      sizes[i] = (int) (long) shape.get(i);
      count *= sizes[i];
      if (count > Integer.MAX_VALUE) {
        break;
      }
    }
    if (count > Integer.MAX_VALUE) {
      throw new BadInput(
          file + " is damaged: array \"" + name + "\" of shape " + shape + " is too large.");
    }
    if (place.begin > place.end || place.end - place.begin != count * type.bytes()) {
      throw new BadInput(
          String.format(
              "%s is damaged: array \"%s\" of shape %s needs %d bytes, but its place has %d.",
              file, name, shape, count * type.bytes(), place.end - place.begin));
    }
    return new Entry(new TensorInfo(type, sizes), place.begin, place.end);
  }
}
