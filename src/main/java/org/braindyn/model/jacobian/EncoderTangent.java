package org.braindyn.model.jacobian;

import org.braindyn.kernel.Kernel;
import org.braindyn.kernel.Vec;
import org.braindyn.model.encoder.LstmEncoder;
import org.braindyn.model.parameter.Rows;

/** Derivatives of the stalks by the last samples of their own context. */
final class EncoderTangent {
  private final LstmEncoder encoder;
  private final LstmTangent[] layers;

  /**
   * @param most most samples of the context that change
   */
  EncoderTangent(Kernel kernel, LstmEncoder encoder, int most) {
    this.encoder = encoder;
    layers = new LstmTangent[encoder.layers.length];
    for (int l = 0; l < layers.length; l++) {
      layers[l] = new LstmTangent(kernel, encoder.layers[l], encoder.block, most);
    }
  }

  /**
   * At the encoder's last forward pass.
   *
   * @param changed number of samples at the context's end
   * @param jacobian receives [hidden][rows][changed]
   */
  void run(int rows, int changed, Vec jacobian) {
    Rows cut = Rows.forProducts(rows, encoder.block);
    for (int k = 0; k < cut.count(); k++) {
      int start = cut.start(k);
      int size = cut.size(k);
      for (LstmTangent layer : layers) {
        layer.begin();
      }
      for (int t = encoder.steps - changed; t < encoder.steps; t++) {
        for (int l = 0; l < layers.length; l++) {
          layers[l].step(start, size, t, l == 0 ? null : layers[l - 1]);
        }
      }
      Vec top = layers[layers.length - 1].output();
      for (int j = 0; j < encoder.hidden; j++) {
        for (int s = 0; s < changed; s++) {
          int from = (j * changed + s) * size;
          int to = (j * rows + start) * changed + s;
          for (int r = 0; r < size; r++) {
            jacobian.set(to + r * changed, top.get(from + r));
          }
        }
      }
    }
  }
}
