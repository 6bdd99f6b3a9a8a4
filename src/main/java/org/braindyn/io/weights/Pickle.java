package org.braindyn.io.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.braindyn.data.BadInput;

/**
 * Interprets the opcodes that torch.save writes (Python's pickle, protocol 2). A pickle is a
 * program: nothing is ever called here, and a name that is not among those of {@link PickleNames}
 * stops the reading. Every opcode takes at least one byte and makes at most one object, and nothing
 * is copied, so that memory is bounded by the length of the program.
 */
final class Pickle {
  private static final Object MARK = new Object();

  /** A tuple, which unlike a list may not be added to. */
  record Tuple(List<Object> items) {}

  private final ByteBuffer in;
  private final PickleNames names;
  private final String source;
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Pickle(byte[] program, PickleNames names, String source) {
    in = ByteBuffer.wrap(program).order(ByteOrder.LITTLE_ENDIAN);
    this.names = names;
    this.source = source;
  }

  /**
   * The object that a program makes.
   *
   * @param program bytes of data.pkl
   * @param names what it may name
   * @param source the file, for messages
   * @throws BadInput if it names something else, or is damaged
   */
  static Object load(byte[] program, PickleNames names, String source) {
    Pickle pickle = new Pickle(program, names, source);
    try {
      return pickle.run();
    } catch (BufferUnderflowException
        | IndexOutOfBoundsException
        | ClassCastException
        | ArithmeticException
        | NullPointerException e) {
      throw new BadInput(source + " is damaged: its list of arrays cannot be followed.", e);
    }
  }

  private Object run() {
    while (true) {
      int op = in.get() & 0xff;
      if (op == '.') {
        return pop();
      }
      if (!constant(op) && !collection(op)) {
        action(op);
      }
    }
  }

  private boolean constant(int op) {
    switch (op) {
      case 0x80 -> protocol(in.get() & 0xff);
      case 'N' -> stack.add(Nothing.NONE);
      case 0x88 -> stack.add(Boolean.TRUE);
      case 0x89 -> stack.add(Boolean.FALSE);
      case 'K' -> stack.add((long) (in.get() & 0xff));
      case 'M' -> stack.add((long) (in.getShort() & 0xffff));
      case 'J' -> stack.add((long) in.getInt());
      case 0x8a -> stack.add(longOf(bytes(in.get() & 0xff)));
      case 'G' -> stack.add(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
      case 'X' -> stack.add(new String(bytes(in.getInt()), StandardCharsets.UTF_8));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Python's None, so that null never stands on the stack. */
  private enum Nothing {
    NONE
  }

  private void protocol(int version) {
    if (version != 2) {
      throw new BadInput(
          source
              + " uses pickle protocol "
              + version
              + ", not 2, which torch.save uses. Save it again with safetensors.");
    }
  }

  private byte[] bytes(int n) {
    if (n < 0 || n > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[n];
    in.get(bytes);
    return bytes;
  }

  private static Long longOf(byte[] little) {
    byte[] big = new byte[little.length + 1];
    for (int i = 0; i < little.length; i++) {
      big[big.length - 1 - i] = little[i];
    }
    big[0] = (byte) (little.length > 0 && little[little.length - 1] < 0 ? -1 : 0);
    return new java.math.BigInteger(big).longValueExact();
  }

  private boolean collection(int op) {
    switch (op) {
      case '(' -> stack.add(MARK);
      case ')' -> stack.add(new Tuple(List.of()));
      case 't' -> stack.add(new Tuple(toMark()));
      case 0x85 -> stack.add(new Tuple(last(1)));
      case 0x86 -> stack.add(new Tuple(last(2)));
      case 0x87 -> stack.add(new Tuple(last(3)));
      case ']' -> stack.add(new ArrayList<>());
      case 'a' -> append(last(1));
      case 'e' -> append(toMark());
      case '}' -> stack.add(new LinkedHashMap<>());
      case 's' -> put(last(2));
      case 'u' -> put(toMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void action(int op) {
    switch (op) {
      case 'q' -> memo.put(in.get() & 0xff, top());
      case 'r' -> memo.put(in.getInt(), top());
      case 'h' -> stack.add(remembered(in.get() & 0xff));
      case 'j' -> stack.add(remembered(in.getInt()));
      case 'c' -> stack.add(names.find(line(), line()));
      case 'Q' -> stack.add(names.storage((Tuple) pop()));
      case 'R' -> {
        Tuple arguments = (Tuple) pop();
        stack.add(names.call(pop(), arguments));
      }
      // what BUILD would set are notes of PyTorch beside the arrays
      case 'b' -> pop();
      default ->
          throw new BadInput(
              String.format(
                  "%s is damaged or was not written by torch.save: its list of arrays holds opcode"
                      + " 0x%02x. Save it again with safetensors.",
                  source, op));
    }
  }

  private Object remembered(int place) {
    Object object = memo.get(place);
    if (object == null) {
      throw new IndexOutOfBoundsException(place);
    }
    return object;
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (char c = (char) (in.get() & 0xff); c != '\n'; c = (char) (in.get() & 0xff)) {
      line.append(c);
    }
    return line.toString();
  }

  private Object top() {
    return stack.get(stack.size() - 1);
  }

  private Object pop() {
    Object object = stack.remove(stack.size() - 1);
    if (object == MARK) {
      throw new ClassCastException("mark");
    }
    return object;
  }

  private List<Object> last(int n) {
    List<Object> part = stack.subList(stack.size() - n, stack.size());
    if (part.contains(MARK)) {
      throw new ClassCastException("mark");
    }
    List<Object> items = new ArrayList<>(part);
    part.clear();
    return items;
  }

  private List<Object> toMark() {
    int mark = stack.lastIndexOf(MARK);
    List<Object> part = stack.subList(mark + 1, stack.size());
    List<Object> items = new ArrayList<>(part);
    part.clear();
    stack.remove(mark);
    return items;
  }

  private void append(List<Object> items) {
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) top();
    list.addAll(items);
  }

  private void put(List<Object> items) {
    @SuppressWarnings("unchecked")
    Map<Object, Object> map = (Map<Object, Object>) top();
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      // other keys could hold one another, and their hash codes never end
      if (!(key instanceof String || key instanceof Long || key instanceof Boolean)) {
        throw new ClassCastException("key");
      }
      map.put(key, items.get(i + 1));
    }
  }
}
