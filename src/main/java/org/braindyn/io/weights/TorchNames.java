package org.braindyn.io.weights;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/** Finds the arrays in what a torch file holds, and checks where they lie. */
final class TorchNames {
  /** Values of an array that repeats its storage (stride 0). */
  private static final long MOST_REPEATED = 1 << 20;

  /** Where checkpoints keep their parameters. */
  private static final List<String> INSIDE = List.of("state_dict", "model_state_dict", "model");

  private TorchNames() {}

  static Map<String, PickleNames.Tensor> tensors(Object object, Path file) {
    Map<String, PickleNames.Tensor> found = new LinkedHashMap<>();
    if (object instanceof PickleNames.Tensor tensor) {
      found.put("tensor", tensor);
      return found;
    }
    if (!(object instanceof Map<?, ?> map)) {
      throw new BadInput(file + " holds no dictionary of arrays.");
    }
    Map<?, ?> dictionary = map;
    for (String key : INSIDE) {
      if (map.get(key) instanceof Map<?, ?> inner) {
        dictionary = inner;
        break;
      }
    }
    dictionary.forEach(
        (key, value) -> {
          if (value instanceof PickleNames.Tensor tensor) {
            found.put(key.toString(), tensor);
          }
        });
    if (found.isEmpty()) {
      throw new BadInput(
          file + " holds no arrays. Save the model's state_dict, alone or as \"state_dict\".");
    }
    return found;
  }

  /** Type and shape, if the array lies inside its storage. */
  static TensorInfo info(String name, PickleNames.Tensor tensor, Path file) {
    long count = 1;
    long last = tensor.offset();
    boolean repeats = false;
    boolean fits = tensor.offset() >= 0;
    int[] shape = new int[tensor.shape().length];
    for (int d = 0; d < shape.length && fits; d++) {
      long n = tensor.shape()[d];
      long stride = tensor.stride()[d];
      fits = n >= 0 && n <= Integer.MAX_VALUE && stride >= 0 && stride <= Integer.MAX_VALUE;
      if (fits) {
        shape[d] = (int) n;
        count *= n;
        last += Math.max(0, n - 1) * stride;
        repeats |= stride == 0 && n > 1;
        fits = count <= Integer.MAX_VALUE && last >= 0 && last <= 1L << 40;
      }
    }
    long room = tensor.storage().count();
    long most = repeats || count <= room ? Math.max(room, MOST_REPEATED) : room;
    if (!fits || count > most || count > 0 && last >= room) {
      throw new BadInput(
          String.format(
              "%s is damaged: array \"%s\" of shape %s with strides %s from %d does not fit into"
                  + " %d numbers.",
              file,
              name,
              Arrays.toString(tensor.shape()),
              Arrays.toString(tensor.stride()),
              tensor.offset(),
              room));
    }
    return new TensorInfo(tensor.storage().type(), shape);
  }
}
