package org.braindyn.io.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.braindyn.data.BadInput;

/**
 * The only names that a pickle may hold, and what stands for them here: an ordered dictionary,
 * storages, and the two functions that put a tensor or a parameter on one.
 */
final class PickleNames {
  private enum Callable {
    ORDERED_DICT,
    REBUILD_TENSOR,
    REBUILD_PARAMETER
  }

  /** A storage: an entry of the zip file. */
  record Storage(NumberType type, String key, long count) {}

  /** A tensor on a storage. */
  record Tensor(Storage storage, long offset, long[] shape, long[] stride) {}

  private final String source;

  PickleNames(String source) {
    this.source = source;
  }

  /** What stands for a name. */
  Object find(String module, String name) {
    String full = module + " " + name;
    switch (full) {
      case "collections OrderedDict":
        return Callable.ORDERED_DICT;
      case "torch._utils _rebuild_tensor_v2":
        return Callable.REBUILD_TENSOR;
      case "torch._utils _rebuild_parameter":
        return Callable.REBUILD_PARAMETER;
      default:
        NumberType type = module.equals("torch") ? NumberType.ofStorage(name) : null;
        if (type != null) {
          return type;
        }
        throw new BadInput(
            String.format(
                "%s names %s.%s, which is not needed for arrays of numbers. A torch file is a"
                    + " program, so it is not read further and nothing of it was run. If you trust"
                    + " it, load it in Python and save its state_dict with safetensors.",
                source, printable(module), printable(name)));
    }
  }

  private static String printable(String text) {
    String clean = text.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.length() > 100 ? clean.substring(0, 100) + "..." : clean;
  }

  /** A persistent id: ("storage", type, key, device, count). */
  Storage storage(Pickle.Tuple id) {
    List<Object> items = id.items();
    if (!"storage".equals(items.get(0))) {
      throw new ClassCastException("persistent id");
    }
    return new Storage((NumberType) items.get(1), (String) items.get(2), (Long) items.get(4));
  }

  /** What a call would give. */
  Object call(Object callable, Pickle.Tuple arguments) {
    return switch ((Callable) callable) {
      case ORDERED_DICT -> {
        if (!arguments.items().isEmpty()) {
          throw new ClassCastException("arguments");
        }
        yield new LinkedHashMap<>();
      }
      case REBUILD_TENSOR -> tensor(arguments.items());
      case REBUILD_PARAMETER -> (Tensor) arguments.items().get(0);
    };
  }

  private static Tensor tensor(List<Object> items) {
    long[] shape = longs((Pickle.Tuple) items.get(2));
    long[] stride = longs((Pickle.Tuple) items.get(3));
    if (shape.length != stride.length) {
      throw new ClassCastException("stride");
    }
    return new Tensor((Storage) items.get(0), (Long) items.get(1), shape, stride);
  }

  private static long[] longs(Pickle.Tuple tuple) {
    List<Long> list = new ArrayList<>();
    tuple.items().forEach(i -> list.add((Long) i));
    return list.stream().mapToLong(Long::longValue).toArray();
  }
}
