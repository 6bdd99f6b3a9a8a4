package org.braindyn.states;

import java.util.List;
import org.braindyn.data.Regions;

/**
 * States of recordings.
 *
 * @param states how many; 1 if the recordings do not support more
 * @param order lags of the autoregression
 * @param gain [states - 1][person] log-likelihood per frame of people left out beyond one state; a
 *     row is null if it was not tried
 * @param sequences [recording][frame] state from 0, the most frequent first
 * @param posterior [recording][state][frame]
 * @param connectivity [state][region][region] correlation of the frames of a state
 * @param activity [state][region] mean in standard deviations of the recording
 * @param numbers of every recording
 * @param windows agreement with sliding-window k-means (adjusted Rand index); NaN for one state
 * @param patterns agreement with co-activation patterns
 * @param stability agreement of two fits from different starts
 * @param beside [recording][frame] states of sliding windows
 * @param coActivated [recording][frame] states of co-activation patterns
 * @param regions the regions
 * @param notes verdict and how it was made
 */
public record FoundStates(
    int states,
    int order,
    double[][] gain,
    int[][] sequences,
    double[][][] posterior,
    double[][][] connectivity,
    double[][] activity,
    List<StateNumbers> numbers,
    double windows,
    double patterns,
    double stability,
    int[][] beside,
    int[][] coActivated,
    Regions regions,
    List<String> notes) {}
