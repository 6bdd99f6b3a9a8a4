package org.braindyn.io.model;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Precision;
import org.braindyn.data.Reason;
import org.braindyn.data.text.Words;
import org.braindyn.model.parameter.Coupling;
import org.braindyn.model.parameter.History;
import org.braindyn.model.parameter.ModelSettings;
import org.braindyn.model.parameter.ModelSettingsBuilder;
import org.braindyn.model.parameter.Variant;

/** The settings in the JSON entry of a model file. */
final class ModelJson {
  static final String SETTINGS = "settings";

  private ModelJson() {}

  static Map<String, Object> settings(ModelSettings s) {
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

  static ModelSettings settings(String text) {
    JsonObject json = ModelInfoJson.parse(text);
    if (!json.has(SETTINGS)) {
      throw new BadInput("The model file's JSON entry has no settings.");
    }
    try {
      return settings(json.getAsJsonObject(SETTINGS));
    } catch (BadInput e) {
      throw e;
    } catch (RuntimeException e) {
      throw new BadInput("The settings in the model file are damaged: " + Reason.of(e), e);
    }
  }

  private static ModelSettings settings(JsonObject s) {
    ModelSettingsBuilder builder =
        ModelSettings.builder(s.get("regions").getAsInt())
            .variant(Words.choice(Variant.class, "variant", s.get("variant").getAsString()))
            .signals(s.get("signals").getAsInt())
            .hidden(s.get("hidden").getAsInt())
            .maps(s.get("maps").getAsInt())
            .width(s.get("width").getAsInt())
            .lstmLayers(s.get("lstmLayers").getAsInt())
            .dropout(s.get("dropout").getAsDouble())
            .history(Words.choice(History.class, "history", s.get("history").getAsString()))
            .coupling(Words.choice(Coupling.class, "coupling", s.get("coupling").getAsString()))
            .method(s.get("method").getAsString())
            .dt(s.get("dt").getAsDouble())
            .context(s.get("context").getAsInt())
            .horizon(s.get("horizon").getAsInt())
            .precision(
                Words.choice(Precision.class, "precision", s.get("precision").getAsString()));
    return builder
        .perMapXavier(s.get("perMapXavier").getAsBoolean())
        .degreeNormalised(s.get("degreeNormalised").getAsBoolean())
        .relativeTolerance(s.get("relativeTolerance").getAsDouble())
        .absoluteTolerance(s.get("absoluteTolerance").getAsDouble())
        .build();
  }

  static ModelInfo info(String text) {
    return ModelInfoJson.info(ModelInfoJson.parse(text));
  }
}
