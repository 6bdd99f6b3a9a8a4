package org.braindyn.io.model;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.ToNumberPolicy;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;

/** {@link ModelInfo} as part of the JSON entry {@code braindyn} of every model file. */
public final class ModelInfoJson {
  /** Name of the entry. */
  public static final String ENTRY = "braindyn";

  private static final int FORMAT = 1;
  private static final Gson GSON =
      new GsonBuilder()
          .serializeSpecialFloatingPointValues()
          .disableHtmlEscaping()
          .setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE) // 30 epochs stay 30, not 30.0
          .create();

  /** Says that labels 1, 2, ... are labels. */
  private static final String LABELS_GIVEN = "labels_given";

  private ModelInfoJson() {}

  /**
   * The JSON text of a model file.
   *
   * @param parts what fixes the model itself, by name, e.g. "settings"
   */
  public static String write(ModelInfo info, Map<String, ?> parts) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("version", info.version());
    json.putAll(parts);
    json.put("regions", info.regions() == null ? null : regions(info.regions()));
    if (info.regions() != null && info.regions().looksNumbered()) {
      json.put(LABELS_GIVEN, true); // earlier versions so numbered what had no labels
    }
    json.put("interval", Double.isNaN(info.interval()) ? null : info.interval());
    json.put("normalisation", info.normalisation());
    // As text: JSON numbers are doubles to most readers and would round a long.
    json.put("seed", Long.toString(info.seed()));
    json.put("hashes", info.hashes());
    json.put("recipe", info.recipe());
    return GSON.toJson(json);
  }

  private static List<Map<String, Object>> regions(Regions regions) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Region r : regions) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("label", r.hasLabel() ? r.label() : null);
      map.put("name", r.name());
      map.put("voxels", r.voxels());
      map.put("centroid", r.centroid());
      list.add(map);
    }
    return list;
  }

  /** The JSON object of a model file's text. */
  public static JsonObject parse(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (RuntimeException e) {
      throw new BadInput("The model file's JSON entry is damaged: " + Reason.of(e), e);
    }
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws BadInput if something is missing or of another kind
   */
  public static ModelInfo info(JsonObject json) {
    try {
      JsonElement regions = json.get("regions");
      JsonElement interval = json.get("interval");
      return new ModelInfo(
          regions == null || regions.isJsonNull() ? null : regions(regions, json.has(LABELS_GIVEN)),
          interval == null || interval.isJsonNull() ? Double.NaN : interval.getAsDouble(),
          json.get("normalisation").getAsString(),
          Long.parseLong(json.get("seed").getAsString()),
          json.get("version").getAsString(),
          GSON.fromJson(
              json.get("hashes"), new TypeToken<LinkedHashMap<String, String>>() {}.getType()),
          GSON.fromJson(
              json.get("recipe"), new TypeToken<LinkedHashMap<String, Object>>() {}.getType()));
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BadInput("The model file's JSON entry is damaged: " + Reason.of(e), e);
    }
  }

  private static Regions regions(JsonElement json, boolean given) {
    List<Region> list = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray()) {
      JsonObject r = element.getAsJsonObject();
      double[] centroid =
          r.has("centroid") && !r.get("centroid").isJsonNull()
              ? GSON.fromJson(r.get("centroid"), double[].class)
              : null;
      list.add(
          new Region(
              r.has("label") && !r.get("label").isJsonNull()
                  ? r.get("label").getAsInt()
                  : Region.NO_LABEL,
              r.get("name").getAsString(),
              r.get("voxels").getAsLong(),
              centroid));
    }
    return Regions.stored(list, given);
  }
}
