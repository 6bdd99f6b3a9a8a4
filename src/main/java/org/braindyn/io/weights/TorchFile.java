package org.braindyn.io.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.braindyn.data.BadInput;
import org.braindyn.data.Reason;

/**
 * What torch.save writes since PyTorch 1.6: a zip of stored entries, one pickle that lists the
 * arrays and one entry for each storage. Views of a storage (offset, strides) are honoured.
 */
final class TorchFile implements WeightsFile {
  /** Longest list of arrays. */
  private static final int MOST_PROGRAM = 1 << 26;

  private final Path file;
  private final String folder;
  private final Map<String, PickleNames.Tensor> places;
  private final Map<String, TensorInfo> tensors = new LinkedHashMap<>();

  private TorchFile(Path file, String folder, Map<String, PickleNames.Tensor> places) {
    this.file = file;
    this.folder = folder;
    this.places = places;
  }

  static TorchFile read(Path file) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String program =
          zip.stream()
              .map(ZipEntry::getName)
              .filter(n -> n.equals("data.pkl") || n.endsWith("/data.pkl"))
              .findFirst()
              .orElseThrow(
                  () ->
                      new BadInput(
                          file + " is a zip file, but not one of torch.save: no data.pkl in it."));
      String folder = program.substring(0, program.length() - "data.pkl".length());
      byte[] bytes = entry(zip, program, MOST_PROGRAM, file);
      Object object = Pickle.load(bytes, new PickleNames(file.toString()), file.toString());
      TorchFile result = new TorchFile(file, folder, TorchNames.tensors(object, file));
      result.check(zip);
      return result;
    } catch (ZipException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static BadInput damaged(Path file, Exception e) {
    return new BadInput(
        file + " is cut off or damaged (" + Reason.of(e) + "). Copy or download it again.", e);
  }

  private static byte[] entry(ZipFile zip, String name, long most, Path file) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new BadInput(file + " is damaged: it has no entry " + name + ".");
    }
    if (entry.getMethod() != ZipEntry.STORED || entry.getSize() > most) {
      throw new BadInput(
          file
              + " is not as torch.save writes it: entry "
              + name
              + " is compressed or too large. Save it again with safetensors.");
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      CRC32 crc = new CRC32();
      crc.update(bytes);
      if (bytes.length != entry.getSize() || crc.getValue() != entry.getCrc()) {
        throw new BadInput(file + " is damaged: the check sum of its entry " + name + " is wrong.");
      }
      return bytes;
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  /** Every array must lie inside its storage, and every storage in the file. */
  private void check(ZipFile zip) throws IOException {
    if (zip.getEntry(folder + "byteorder") != null) {
      byte[] order = entry(zip, folder + "byteorder", 100, file);
      if (!new String(order, StandardCharsets.US_ASCII).equals("little")) {
        throw new BadInput(
            file + " was written in another byte order. Save it again with safetensors.");
      }
    }
    for (Map.Entry<String, PickleNames.Tensor> e : places.entrySet()) {
      PickleNames.Storage storage = e.getValue().storage();
      ZipEntry data = zip.getEntry(folder + "data/" + storage.key());
      long bytes = data == null ? -1 : data.getSize();
      if (storage.count() < 0 || bytes < 0 || bytes / storage.type().bytes() < storage.count()) {
        throw new BadInput(
            String.format(
                "%s is damaged: the numbers of \"%s\" need an entry of %d numbers, but there are"
                    + " %d bytes.",
                file, e.getKey(), storage.count(), bytes));
      }
      tensors.put(e.getKey(), TorchNames.info(e.getKey(), e.getValue(), file));
    }
  }

  @Override
  public Map<String, TensorInfo> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  @Override
  public double[] values(String name) throws IOException {
    TensorInfo info = WeightsFile.known(tensors, name, file);
    PickleNames.Tensor tensor = places.get(name);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      String key = folder + "data/" + tensor.storage().key();
      byte[] bytes = entry(zip, key, Integer.MAX_VALUE - 16, file);
      ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
      return gather(tensor, info, data);
    } catch (ZipException | IllegalArgumentException e) {
      throw damaged(file, e);
    }
  }

  private static double[] gather(PickleNames.Tensor tensor, TensorInfo info, ByteBuffer data) {
    double[] values = new double[info.size()];
    int[] index = new int[info.shape().length];
    long at = tensor.offset();
    for (int i = 0; i < values.length; i++) {
      values[i] = info.type().get(data, (int) at);
      for (int d = index.length - 1; d >= 0; d--) {
        at += tensor.stride()[d];
        if (++index[d] < info.shape()[d]) {
          break;
        }
        at -= index[d] * tensor.stride()[d];
        index[d] = 0;
      }
    }
    return values;
  }

  @Override
  public Map<String, String> metadata() {
    return Map.of();
  }
}
