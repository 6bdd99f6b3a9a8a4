package org.braindyn.masked.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;
import org.braindyn.data.Progress;
import org.braindyn.io.arrays.Npy;
import org.braindyn.io.arrays.NpyArray;
import org.braindyn.io.arrays.Npz;
import org.braindyn.io.weights.NumberType;
import org.braindyn.io.weights.SafeTensorsWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The call from outside, on the golden files as others would hand them in. */
@Tag("real-data")
class MaskedFileTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("golden/brainlm");
  private static final String A = "a_softmax_ratio20.npz";

  @TempDir Path folder;

  private Map<String, NpyArray> golden(String name) throws IOException {
    assumeTrue(Files.exists(FOLDER.resolve(name)), name + " is not there");
    return Npz.read(FOLDER.resolve(name));
  }

  private String put(String name, NpyArray array) throws IOException {
    Path file = folder.resolve(name);
    Npy.write(
        file, array.type().startsWith("f") ? array : NpyArray.of(array.numbers(), array.shape()));
    return file.toString();
  }

  /** The weights of a golden file in another form. */
  private Path weights(String form, String name, Map<String, NpyArray> golden) throws IOException {
    if (form.equals("npz")) {
      return FOLDER.resolve(name);
    }
    List<SafeTensorsWriter.Entry> entries = new ArrayList<>();
    golden.forEach(
        (key, array) -> {
          if (key.startsWith("param/")) {
            String plain = key.substring(6);
            entries.add(
                new SafeTensorsWriter.Entry(
                    plain, NumberType.F32, array.shape(), i -> array.numbers()[i]));
          }
        });
    String image = golden.containsKey("pos/encoder") ? "pos/encoder" : null;
    if (image != null) {
      NpyArray first = golden.get("pos/encoder");
      entries.add(
          new SafeTensorsWriter.Entry(
              "vit.embeddings.position_embeddings",
              NumberType.F64,
              first.shape(),
              i -> first.numbers()[i]));
    } else {
      NpyArray pe = golden.get("pe");
      for (String table :
          new String[] {"vit.embeddings.pos_embedding.pe", "decoder.pos_embedding.pe"}) {
        int[] shape = {1, pe.shape()[0], pe.shape()[1]};
        entries.add(
            new SafeTensorsWriter.Entry(table, NumberType.F64, shape, i -> pe.numbers()[i]));
      }
    }
    Path file = folder.resolve("model.safetensors");
    boolean inside = form.equals("metadata");
    String config = golden.get("config").text();
    SafeTensorsWriter.write(file, entries, inside ? Map.of("config", config) : Map.of());
    if (!inside) {
      Files.writeString(folder.resolve("config.json"), config);
    }
    return file;
  }

  @ParameterizedTest
  @CsvSource({
    A + ",npz,double,1e-10",
    A + ",metadata,double,1e-10",
    A + ",beside,double,1e-10",
    A + ",npz,float,2e-5",
    "b_softmax_ratio75_mae_tanh.npz,npz,double,1e-10",
    "c_nystrom.npz,beside,double,1e-10"
  })
  void original(String name, String form, String precision, double tolerance) throws IOException {
    Map<String, NpyArray> golden = golden(name);
    Path output = folder.resolve("out.npz");
    double ratio = name.equals(A) ? 0.2 : name.startsWith("b") ? 0.75 : 0.34;
    MaskedFile.of(
            "weights=" + weights(form, name, golden),
            "signals=" + put("signals.npy", golden.get("signal_vectors")),
            "coordinates=" + put("coordinates.npy", golden.get("xyz_vectors")),
            "noise=" + put("noise.npy", golden.get("noise")),
            "ratio=" + ratio,
            "variant=released",
            "precision=" + precision,
            "output=" + output)
        .run(Progress.NONE);
    Map<String, NpyArray> result = Npz.read(output);
    for (String key : new String[] {"logits", "mask", "cls", "loss"}) {
      assertArrayEquals(golden.get(key).numbers(), result.get(key).numbers(), tolerance, key);
      if (!key.equals("loss")) {
        assertArrayEquals(golden.get(key).shape(), result.get(key).shape(), key);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "auto_encode_0.75,npz",
    "auto_encode_0.2,metadata",
    "predict_last_0.2,npz",
    "predict_last_pixel_0.45,npz"
  })
  void image(String mode, String form) throws IOException {
    Map<String, NpyArray> golden = golden("e_vit_padded.npz");
    Path output = folder.resolve("out.npz");
    String[] words = mode.split("_(?=[0-9])");
    List<String> options =
        new ArrayList<>(
            List.of(
                "weights=" + weights(form, "e_vit_padded.npz", golden),
                "signals=" + put("signals.npy", golden.get("image")),
                "mode=" + words[0],
                "ratio=" + words[1],
                "variant=released",
                "precision=double",
                "output=" + output));
    if (golden.containsKey(mode + "/noise")) {
      options.add("noise=" + put("noise.npy", golden.get(mode + "/noise")));
    }
    MaskedFile.of(options.toArray(String[]::new)).run(Progress.NONE);
    Map<String, NpyArray> result = Npz.read(output);
    for (String key : new String[] {"logits", "mask", "loss"}) {
      double[] expected = golden.get(mode + "/" + key).numbers();
      assertArrayEquals(expected, result.get(key).numbers(), 1e-10, key);
    }
    double[] latent = golden.get(mode + "/encoder/latent").numbers();
    double[] cls = Arrays.copyOf(latent, golden.get(mode + "/encoder/latent").shape()[2]);
    assertArrayEquals(cls, Arrays.copyOf(result.get("cls").numbers(), cls.length), 1e-10);
  }

  @ParameterizedTest
  @CsvSource({
    "ratio=1.5,mask ratio",
    "ratio=x,not a number",
    "precision=half,Use double or float",
    "variant=best,Use released",
    "mode=all,Use auto_encode",
    "colour=red,There is no option",
    "noise=nowhere.npy,no such file",
    "output=out.txt,Use that ending",
    "config=nowhere.json,no configuration file"
  })
  void mistakesAreNamed(String option, String reason) throws IOException {
    Map<String, NpyArray> golden = golden(A);
    List<String> options =
        new ArrayList<>(
            List.of(
                "weights=" + FOLDER.resolve(A),
                "signals=" + put("signals.npy", golden.get("signal_vectors")),
                "coordinates=" + put("coordinates.npy", golden.get("xyz_vectors")),
                "ratio=0.2",
                "output=" + folder.resolve("out.npz")));
    String key = option.substring(0, option.indexOf('=') + 1);
    options.removeIf(o -> o.startsWith(key));
    options.add(option);
    BadInput e =
        assertThrows(
            BadInput.class, () -> MaskedFile.of(options.toArray(String[]::new)).run(Progress.NONE));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
  }

  @Test
  void configurationAndShapesMustAgree() throws IOException {
    Map<String, NpyArray> golden = golden(A);
    for (String[] change :
        new String[][] {
          {"hidden_size\": 20", "hidden_size\": 24", "disagree"},
          {"\"num_hidden_layers\": 2", "\"num_hidden_layers\": 3", "has no array"},
          {"\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1", "has no such array"},
          {"\"num_attention_heads\": 4", "\"num_attention_heads\": 3", "divide"},
          {"\"timepoint_patching_size\": 6", "\"timepoint_patching_size\": 4", "disagree"},
          {"{", "[", "not a JSON object"}
        }) {
      String config = golden.get("config").text().replace(change[0], change[1]);
      Path json = Files.writeString(folder.resolve("other.json"), config);
      BadInput e =
          assertThrows(BadInput.class, () -> LoadedNetwork.read(FOLDER.resolve(A), json, 10, 24));
      assertTrue(e.getMessage().contains(change[2]), e.getMessage());
    }
  }

  @Test
  void sizesFollowFromShapesWhereTheConfigurationIsSilent() throws IOException {
    golden(A);
    Path json = Files.writeString(folder.resolve("short.json"), "{\"mask_ratio\": 0.2}");
    LoadedNetwork loaded = LoadedNetwork.read(FOLDER.resolve(A), json, 10, 24);
    assertEquals(6, loaded.patch());
  }
}
