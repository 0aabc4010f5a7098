package org.vigie.pipeline;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How to run the stream.
 *
 * @param models folder of lexicons, taxonomy and models
 * @param parallelism parallel instances of each step, at least 1
 * @param shards index shards, fixed for the life of a workspace, at least 1
 * @param checkpointInterval time between two checkpoints
 * @param nearDuplicates how near-duplicates are found
 * @param alertRules when clusters raise alerts
 */
public record RunConfig(
    Path models,
    int parallelism,
    int shards,
    Duration checkpointInterval,
    NearDuplicateConfig nearDuplicates,
    AlertRuleConfig alertRules) {}
