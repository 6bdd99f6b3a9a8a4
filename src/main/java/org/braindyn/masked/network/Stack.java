package org.braindyn.masked.network;

import java.util.List;
import org.braindyn.kernel.Vec;
import org.braindyn.masked.attention.Groups;
import org.braindyn.masked.block.Block;
import org.braindyn.masked.block.Normed;
import org.braindyn.masked.block.PostNormBlock;
import org.braindyn.masked.token.LayerNorm;
import org.braindyn.masked.token.Team;
import org.braindyn.masked.token.TokenMatrix;

/** Blocks one after another and a normalisation behind them. */
final class Stack {
  private final List<Block> blocks;
  private final LayerNorm norm;
  private final String name;

  /**
   * @param name "encoder" or "decoder", for the probe
   */
  Stack(String name, List<Block> blocks, LayerNorm norm) {
    this.name = name;
    this.blocks = blocks;
    this.norm = norm;
  }

  record Memory(Block.Memory[] blocks, Normed norm, TokenMatrix[] output) {}

  Memory forward(Team team, Vec parameters, TokenMatrix[] x, Groups[][] groups, Probe probe) {
    Block.Memory[] memory = new Block.Memory[blocks.size()];
    TokenMatrix[] now = x;
    for (int i = 0; i < memory.length; i++) {
      memory[i] = blocks.get(i).forward(team, parameters, now, groups);
      now = memory[i].output();
      if (blocks.get(i) instanceof PostNormBlock) {
        probe.see(name + "/layer_" + i + "_context", PostNormBlock.context(memory[i]));
        probe.see(name + "/layer_" + i + "_after_attention", PostNormBlock.between(memory[i]));
      }
      probe.see(name + "/layer_" + i, now);
    }
    Normed.Result end = Normed.forward(norm, team, parameters, now);
    return new Memory(memory, end.memory(), end.output());
  }

  TokenMatrix[] backward(
      Team team, Vec parameters, Memory memory, TokenMatrix[] grad, Vec gradient) {
    memory.norm.backward(team, parameters, grad, gradient);
    TokenMatrix[] now = grad;
    for (int i = blocks.size() - 1; i >= 0; i--) {
      now = blocks.get(i).backward(team, parameters, memory.blocks[i], now, gradient);
    }
    return now;
  }
}
