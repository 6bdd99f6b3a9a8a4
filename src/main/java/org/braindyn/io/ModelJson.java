package org.braindyn.io;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Region;
import org.braindyn.data.Regions;
import org.braindyn.model.Coupling;
import org.braindyn.model.History;
import org.braindyn.model.ModelSettings;
import org.braindyn.model.ModelSettingsBuilder;
import org.braindyn.model.Variant;

/** The JSON entry of a model file. */
final class ModelJson {
  private static final int FORMAT = 1;
  private static final Gson GSON =
      new GsonBuilder().serializeSpecialFloatingPointValues().disableHtmlEscaping().create();

  private ModelJson() {}

  static String write(ModelSettings s, ModelInfo info) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("format", FORMAT);
    json.put("version", info.version());
    json.put("settings", settings(s));
    json.put("regions", info.regions() == null ? null : regions(info.regions()));
    json.put("interval", Double.isNaN(info.interval()) ? null : info.interval());
    json.put("normalisation", info.normalisation());
    // As text: JSON numbers are doubles to most readers and would round a long.
    json.put("seed", Long.toString(info.seed()));
    json.put("hashes", info.hashes());
    json.put("recipe", info.recipe());
    return GSON.toJson(json);
  }

  private static Map<String, Object> settings(ModelSettings s) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("variant", s.variant().name());
    map.put("regions", s.regions());
    map.put("signals", s.signals());
    map.put("hidden", s.hidden());
    map.put("maps", s.maps());
    map.put("width", s.width());
    map.put("lstmLayers", s.lstmLayers());
    map.put("dropout", s.dropout());
    map.put("history", s.history().name());
    map.put("coupling", s.coupling().name());
    map.put("method", s.method());
    map.put("dt", s.dt());
    map.put("context", s.context());
    map.put("horizon", s.horizon());
    map.put("precision", s.precision().name());
    map.put("perMapXavier", s.perMapXavier());
    map.put("degreeNormalised", s.degreeNormalised());
    map.put("relativeTolerance", s.relativeTolerance());
    map.put("absoluteTolerance", s.absoluteTolerance());
    return map;
  }

  private static List<Map<String, Object>> regions(Regions regions) {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Region r : regions) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("label", r.label());
      map.put("name", r.name());
      map.put("voxels", r.voxels());
      map.put("centroid", r.centroid());
      list.add(map);
    }
    return list;
  }

  private static JsonObject parse(String text) {
    try {
      return JsonParser.parseString(text).getAsJsonObject();
    } catch (RuntimeException e) {
      throw new BadInput("The model file's JSON entry is damaged: " + e.getMessage(), e);
    }
  }

  static ModelSettings settings(String text) {
    JsonObject s = parse(text).getAsJsonObject("settings");
    if (s == null) {
      throw new BadInput("The model file's JSON entry has no settings.");
    }
    ModelSettingsBuilder builder =
        ModelSettings.builder(s.get("regions").getAsInt())
            .variant(Variant.valueOf(s.get("variant").getAsString()))
            .signals(s.get("signals").getAsInt())
            .hidden(s.get("hidden").getAsInt())
            .maps(s.get("maps").getAsInt())
            .width(s.get("width").getAsInt())
            .lstmLayers(s.get("lstmLayers").getAsInt())
            .dropout(s.get("dropout").getAsDouble())
            .history(History.valueOf(s.get("history").getAsString()))
            .coupling(Coupling.valueOf(s.get("coupling").getAsString()))
            .method(s.get("method").getAsString())
            .dt(s.get("dt").getAsDouble())
            .context(s.get("context").getAsInt())
            .horizon(s.get("horizon").getAsInt())
            .precision(Precision.valueOf(s.get("precision").getAsString()));
    return builder
        .perMapXavier(s.get("perMapXavier").getAsBoolean())
        .degreeNormalised(s.get("degreeNormalised").getAsBoolean())
        .relativeTolerance(s.get("relativeTolerance").getAsDouble())
        .absoluteTolerance(s.get("absoluteTolerance").getAsDouble())
        .build();
  }

  static ModelInfo info(String text) {
    JsonObject json = parse(text);
    JsonElement regions = json.get("regions");
    JsonElement interval = json.get("interval");
    return new ModelInfo(
        regions == null || regions.isJsonNull() ? null : regions(regions),
        interval == null || interval.isJsonNull() ? Double.NaN : interval.getAsDouble(),
        json.get("normalisation").getAsString(),
        Long.parseLong(json.get("seed").getAsString()),
        json.get("version").getAsString(),
        GSON.fromJson(
            json.get("hashes"), new TypeToken<LinkedHashMap<String, String>>() {}.getType()),
        GSON.fromJson(
            json.get("recipe"), new TypeToken<LinkedHashMap<String, Object>>() {}.getType()));
  }

  private static Regions regions(JsonElement json) {
    List<Region> list = new ArrayList<>();
    for (JsonElement element : json.getAsJsonArray()) {
      JsonObject r = element.getAsJsonObject();
      double[] centroid =
          r.has("centroid") && !r.get("centroid").isJsonNull()
              ? GSON.fromJson(r.get("centroid"), double[].class)
              : null;
      list.add(
          new Region(
              r.get("label").getAsInt(),
              r.get("name").getAsString(),
              r.get("voxels").getAsLong(),
              centroid));
    }
    return new Regions(list);
  }
}
