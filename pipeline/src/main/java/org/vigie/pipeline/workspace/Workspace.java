package org.vigie.pipeline.workspace;

import java.nio.file.Path;

/**
 * The one folder that holds all a run keeps.
 *
 * @param root the folder
 */
public record Workspace(Path root) {
  public Workspace {
    root = root.toAbsolutePath().normalize();
  }

  /** Returns the folder of WARC files. */
  public Path captures() {
    return root.resolve("captures");
  }

  /** Returns the folder of site templates that hold in this workspace alone. */
  public Path sites() {
    return root.resolve("sites");
  }

  /** Returns the folder of manifests of accepted inputs. */
  public Path inbox() {
    return root.resolve("inbox");
  }

  /** Returns the folder of plug-ins. */
  public Path plugins() {
    return root.resolve("plugins");
  }

  /** Returns the folder of Lucene shards. */
  public Path index() {
    return root.resolve("index");
  }

  /** Returns the folder of checkpoints and savepoints. */
  public Path state() {
    return root.resolve("state");
  }

  /** Returns the file of what could not be read, a JSON object a line. */
  public Path deadLetters() {
    return root.resolve("dead-letters.jsonl");
  }

  /** Returns the file of minor-risk adverts, hash and pointer only, a JSON object a line. */
  public Path escalations() {
    return root.resolve("escalations.jsonl");
  }

  /** Returns the file of the ids of erased adverts, a line each. */
  public Path erased() {
    return root.resolve("erased.txt");
  }

  /** Returns the folder of what an erasure that isn't done yet is to erase. */
  public Path erasure() {
    return root.resolve("erasure");
  }

  /** Returns the file of what the time limits said when they were last looked at. */
  public Path retention() {
    return root.resolve("retention.json");
  }

  /** Returns the folder of mandates, a JSON file each, named after its id. */
  public Path mandates() {
    return root.resolve("mandates");
  }

  /** Returns the folder of the audit log. */
  public Path audit() {
    return root.resolve("audit");
  }

  /** Returns the database of what people do in the console. */
  public Path database() {
    return root.resolve("console").resolve("desk.sqlite");
  }

  /** Returns the configuration file. */
  public Path config() {
    return root.resolve("vigie.yaml");
  }

  /** Returns the file of the mandate that commands use unless told otherwise. */
  public Path mandate() {
    return root.resolve("mandate.yaml");
  }

  /** Returns the folder of the models that were approved for this workspace, and of its key. */
  public Path models() {
    return root.resolve("models");
  }

  /** Returns the file of labels that reviewers gave. */
  public Path labels() {
    return root.resolve("labels.jsonl");
  }

  /** Returns the file of stored queries. */
  public Path queries() {
    return root.resolve("queries.yaml");
  }

  /** Returns the file of watched contacts and texts. */
  public Path watchlist() {
    return root.resolve("watchlist.yaml");
  }

  /** Returns the folder of what was told of alerts to whom, and of what couldn't be. */
  public Path delivery() {
    return root.resolve("delivery");
  }

  /** Returns the file of the statistics that were given out, and of what they spent. */
  public Path statistics() {
    return root.resolve("statistics").resolve("releases.jsonl");
  }

  /** Returns the folder of one index shard. */
  public static Path shard(Path index, int number) {
    return index.resolve("shard-" + number);
  }
}
