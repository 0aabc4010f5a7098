package org.vigie.pipeline;

import java.nio.file.Path;

/** The one folder that holds all a run keeps. */
public record Workspace(Path root) {
  /** WARC files. */
  public Path captures() {
    return root.resolve("captures");
  }

  /** Manifests of accepted inputs, and standard input spooled. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Lucene shards. */
  public Path index() {
    return root.resolve("index");
  }

  /** Flink checkpoints and savepoints. */
  public Path state() {
    return root.resolve("state");
  }

  /** What could not be read, a JSON object a line. */
  public Path deadLetters() {
    return root.resolve("dead-letters.jsonl");
  }

  /** Mandates by id, one JSON file each. */
  public Path mandates() {
    return root.resolve("mandates");
  }

  /** The configuration. */
  public Path config() {
    return root.resolve("vigie.yaml");
  }

  /** The mandate that commands use unless told otherwise. */
  public Path mandate() {
    return root.resolve("mandate.yaml");
  }

  /** Stored queries. */
  public Path queries() {
    return root.resolve("queries.yaml");
  }
}
