package org.braindyn.io.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.braindyn.data.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights files beside what PyTorch and the format's description say about them. */
@Tag("real-data")
class WeightsFileTest {
  private static final Path FOLDER =
      Path.of(System.getProperty("braindyn.shared", "../shared")).resolve("data/tensors");

  @TempDir Path temporary;
  private JsonObject expected;

  @BeforeEach
  void read() throws IOException {
    Path file = FOLDER.resolve("expected.json");
    assumeTrue(Files.exists(file), file + " is not there");
    expected = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
  }

  /** Numbers of nested lists in order; true counts as 1. */
  private static void flatten(JsonElement element, List<Double> into) {
    if (element.isJsonArray()) {
      element.getAsJsonArray().forEach(e -> flatten(e, into));
    } else if (element.getAsJsonPrimitive().isBoolean()) {
      into.add(element.getAsBoolean() ? 1.0 : 0.0);
    } else {
      into.add(element.getAsDouble());
    }
  }

  private static void compare(WeightsFile file, String name, JsonElement values)
      throws IOException {
    List<Double> list = new ArrayList<>();
    flatten(values, list);
    double[] array = list.stream().mapToDouble(Double::doubleValue).toArray();
    assertArrayEquals(array, file.values(name), name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dtypes.safetensors", "unpadded_header.safetensors"})
  void safetensors(String name) throws IOException {
    WeightsFile file = WeightsFile.open(FOLDER.resolve(name));
    JsonObject arrays = expected.getAsJsonObject(name);
    assertEquals(arrays.keySet(), file.tensors().keySet());
    for (String key : arrays.keySet()) {
      compare(file, key, arrays.get(key));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "state_dict_zip.pt",
        "checkpoint_nested.pt",
        "pytorch_model.bin",
        "bare_tensor.pt"
      })
  void torch(String name) throws IOException {
    WeightsFile file = WeightsFile.open(FOLDER.resolve(name));
    JsonObject whole = expected.getAsJsonObject(name);
    JsonObject arrays = whole.has("state_dict") ? whole.getAsJsonObject("state_dict") : whole;
    assertEquals(arrays.keySet(), file.tensors().keySet());
    for (String key : arrays.keySet()) {
      JsonObject array = arrays.getAsJsonObject(key);
      List<Double> shape = new ArrayList<>();
      flatten(array.get("shape"), shape);
      int[] ours = file.tensors().get(key).shape();
      assertEquals(shape, Arrays.stream(ours).asDoubleStream().boxed().toList(), key);
      compare(file, key, array.get("values"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "bad_duplicate_key.safetensors,stands twice",
    "bad_header_length.safetensors,its header would have",
    "bad_offsets_beyond_end.safetensors,would end at byte",
    "bad_shape_overflow.safetensors,is too large",
    "truncated.pt,cut off or damaged",
    "state_dict_legacy.pt,save it again with safetensors",
    "foreign_global_harmless.pt,_operator.add"
  })
  void refusedWithTheReason(String name, String reason) {
    Path file = FOLDER.resolve(name);
    BadInput e = assertThrows(BadInput.class, () -> WeightsFile.open(file));
    assertTrue(e.getMessage().contains(reason), e.getMessage());
    assertTrue(e.getMessage().contains(name), e.getMessage());
  }

  /** Every change is either read or refused with a message; nothing else, and never for long. */
  @ParameterizedTest
  @ValueSource(strings = {"dtypes.safetensors", "state_dict_zip.pt", "checkpoint_nested.pt"})
  void thousandMutations(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
    Random random = new Random(7);
    Path file = temporary.resolve(name);
    int refused = 0;
    for (int i = 0; i < 1000; i++) {
      byte[] copy = bytes.clone();
      int changes = 1 + random.nextInt(4);
      for (int c = 0; c < changes; c++) {
        copy[random.nextInt(copy.length)] = (byte) random.nextInt(256);
      }
      refused += readOrRefuse(file, copy) ? 0 : 1;
    }
    assertTrue(refused > 100, refused + " refused");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dtypes.safetensors", "state_dict_zip.pt", "pytorch_model.bin"})
  void everyTruncationIsRefused(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(FOLDER.resolve(name));
    Path file = temporary.resolve(name);
    for (int n = 0; n < bytes.length; n += 1 + bytes.length / 300) {
      assertTrue(!readOrRefuse(file, Arrays.copyOf(bytes, n)), n + " bytes");
    }
  }

  private static boolean readOrRefuse(Path path, byte[] bytes) throws IOException {
    Files.write(path, bytes);
    return assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () -> {
          try {
            WeightsFile file = WeightsFile.open(path);
            for (String key : file.tensors().keySet()) {
              file.values(key);
            }
            return true;
          } catch (BadInput e) {
            assertTrue(e.getMessage().length() > 20 && e.getMessage().length() < 2000);
            return false;
          }
        });
  }

  /** A list that holds itself, a huge string and a deep nest: refused, not followed. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "80025d7100680061652e",
        "80025880808040",
        "800228282828282828282828282828742e",
        "80027d710028680068007473752e",
        "8002631a0a0a2e"
      })
  void hostilePrograms(String hex) {
    byte[] program = new java.math.BigInteger(hex, 16).toByteArray();
    byte[] clean = program[0] == 0 ? Arrays.copyOfRange(program, 1, program.length) : program;
    PickleNames names = new PickleNames("file");
    assertThrows(
        BadInput.class,
        () -> {
          Object object = Pickle.load(clean, names, "file");
          TorchNames.tensors(object, Path.of("file"));
        });
  }

  @Test
  void whatIsWrittenIsReadAndHasFixedBytes() throws IOException {
    double[] values = {1.5, -2, 1e-3, 4};
    List<SafeTensorsWriter.Entry> entries =
        List.of(
            new SafeTensorsWriter.Entry(
                "a.weight", NumberType.F32, new int[] {2, 2}, i -> values[i]),
            new SafeTensorsWriter.Entry("b", NumberType.F64, new int[] {}, i -> Math.PI));
    Path one = temporary.resolve("one.safetensors");
    Path two = temporary.resolve("two.safetensors");
    SafeTensorsWriter.write(one, entries, Map.of("config", "{\"x\": 1}"));
    SafeTensorsWriter.write(two, entries, Map.of("config", "{\"x\": 1}"));
    assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
    WeightsFile file = WeightsFile.open(one);
    assertEquals(Map.of("config", "{\"x\": 1}"), file.metadata());
    assertEquals((float) 1e-3, file.values("a.weight")[2]);
    assertEquals(Math.PI, file.values("b")[0]);
    BadInput e = assertThrows(BadInput.class, () -> file.values("c"));
    assertTrue(e.getMessage().contains("\"c\""), e.getMessage());
  }
}
