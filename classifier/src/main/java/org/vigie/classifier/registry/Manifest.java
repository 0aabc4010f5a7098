package org.vigie.classifier.registry;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vigie.files.digest.KnownHashes;
import org.vigie.files.digest.Sha256;
import org.vigie.files.owner.WholeFile;

/**
 * The files of a models folder: the hash of every file of each trained model, which model is in
 * use, and the hash of every list that an operator tunes.
 *
 * <p>A model is read only if its files are those that stand here, and adverts are read only with
 * the lists that stand here. What vouches for all of it is told in docs/how-to/models.md.
 *
 * @param active form of exploitation → name of the model in use
 * @param files path of a model's file below the models folder → hash
 * @param tuned path of a list below the models folder → hash: taxonomy, lexicons, words, names
 */
public record Manifest(
    SortedMap<String, String> active,
    SortedMap<String, String> files,
    SortedMap<String, String> tuned) {
  /** The manifest's name in the models folder. */
  public static final String NAME = "manifest.json";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  /** Far more than any list of models; a larger file is none. */
  private static final long MAX_SIZE = 1 << 20;

  public Manifest {
    active = new TreeMap<>(active);
    files = new TreeMap<>(files);
    tuned = new TreeMap<>(tuned);
  }

  /** Returns the manifest of no model at all. */
  public static Manifest empty() {
    return new Manifest(new TreeMap<>(), new TreeMap<>(), new TreeMap<>());
  }

  /**
   * Reads the manifest of a models folder.
   *
   * @throws IllegalArgumentException if there is none, or it is none; names file and key
   */
  public static Manifest read(Path models) throws IOException {
    Path file = require(models);
    long size = Files.size(file);
    if (size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "%s may have up to %d bytes, but has %d".formatted(file, MAX_SIZE, size));
    }
    JsonNode root;
    try {
      root = JSON.readTree(Files.readString(file));
    } catch (JsonProcessingException | CharacterCodingException e) {
      throw new IllegalArgumentException(file + " must be JSON", e);
    }
    return new Manifest(
        texts(root, "active", file),
        texts(root, "files", file),
        root.has("tuned") ? texts(root, "tuned", file) : new TreeMap<>());
  }

  /** Returns the manifest's file, which must be there. */
  static Path require(Path models) {
    Path file = models.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException(
          "%s must exist, since only what it lists is loaded, but doesn't; restore it"
              .formatted(file));
    }
    return file;
  }

  /** Returns the manifest of a models folder, or if it has none yet, one of its lists alone. */
  public static Manifest readOrEmpty(Path models) throws IOException {
    return Files.exists(models.resolve(NAME)) ? read(models) : empty().withTuned(models);
  }

  /** Returns the manifest with the lists of a models folder as they are now. */
  public Manifest withTuned(Path models) throws IOException {
    SortedMap<String, String> now = new TreeMap<>();
    for (Path file : listsOf(models)) {
      now.put(path(models, file), KnownHashes.of(file));
    }
    return new Manifest(active, files, now);
  }

  /** Returns the manifest with the files of a model as they are now. */
  public Manifest with(Path models, String model) throws IOException {
    SortedMap<String, String> now = new TreeMap<>(files);
    now.keySet().removeIf(path -> path.startsWith(model + "/"));
    for (Path file : filesOf(models, model)) {
      now.put(path(models, file), Sha256.of(file));
    }
    return new Manifest(active, now, tuned);
  }

  /** Returns the manifest with another model in use. */
  public Manifest withActive(String form, String model) {
    SortedMap<String, String> other = new TreeMap<>(active);
    other.put(form, model);
    return new Manifest(other, files, tuned);
  }

  /** Returns the manifest with no model in use for a form. */
  public Manifest withoutActive(String form) {
    SortedMap<String, String> other = new TreeMap<>(active);
    other.remove(form);
    return new Manifest(other, files, tuned);
  }

  /**
   * Returns the name of the model in use.
   *
   * @throws IllegalArgumentException if there is none
   */
  public String requireActive(String form) {
    return Optional.ofNullable(active.get(form))
        .orElseThrow(() ->
            new IllegalArgumentException(
                "%s must name a model in use for '%s', but names one for %s"
                    .formatted(NAME, form, active.keySet())));
  }

  /** Returns the names of the models, in alphabetical order. */
  public List<String> models() {
    return files.keySet().stream().map(p -> p.substring(0, p.indexOf('/'))).distinct().toList();
  }

  /** Returns path → hash of the files of one model; empty if it isn't listed. */
  SortedMap<String, String> filesOf(String model) {
    return files.subMap(model + "/", model + "0"); // '0' is next to '/'
  }

  /** Returns this manifest without the models that are not in use. */
  public Manifest inUse() {
    SortedMap<String, String> used = new TreeMap<>(files);
    used.keySet().removeIf(path -> !active.containsValue(path.substring(0, path.indexOf('/'))));
    return new Manifest(active, used, tuned);
  }

  /**
   * Requires that the files of a model are the listed ones, no more and no fewer.
   *
   * @throws IllegalArgumentException if not; names the first file that differs
   */
  public void requireUnaltered(Path models, String model) throws IOException {
    if (!models().contains(model)) {
      throw new IllegalArgumentException(
          "the model %s must stand in %s, but only %s do"
              .formatted(model, models.resolve(NAME), models()));
    }
    for (Path file : filesOf(models, model)) {
      String path = path(models, file);
      if (!KnownHashes.of(file).equals(files.get(path))) {
        throw new IllegalArgumentException(
            "the file %s must have the hash that %s lists, %s, but has another: it was altered, or"
                    .formatted(file, NAME, files.getOrDefault(path, "which is none"))
                + " belongs to another version; restore it, or train the model again");
      }
    }
    for (String path : files.keySet()) {
      if (path.startsWith(model + "/") && !Files.isRegularFile(models.resolve(path))) {
        throw new IllegalArgumentException(
            "the file %s must exist, since %s lists it, but doesn't"
                .formatted(models.resolve(path), NAME));
      }
    }
  }

  /**
   * Requires that the lists of a models folder, and the files of the models in use, are the listed
   * ones.
   *
   * @throws IllegalArgumentException if not; names the first file that differs, and says what to do
   */
  public void requireAsListed(Path models) throws IOException {
    requireTuned(models);
    for (String used : new TreeSet<>(active.values())) {
      requireUnaltered(models, used);
    }
  }

  /**
   * Requires that the lists of a models folder are the listed ones, no more and no fewer.
   *
   * @throws IllegalArgumentException if not; names the first file that differs, and says what to do
   */
  public void requireTuned(Path models) throws IOException {
    Manifest now = withTuned(models);
    if (tuned.equals(now.tuned)) {
      return;
    }
    SortedSet<String> paths = new TreeSet<>(tuned.keySet());
    paths.addAll(now.tuned.keySet());
    for (String path : paths) {
      String listed = tuned.getOrDefault(path, "");
      String found = now.tuned.getOrDefault(path, "");
      if (!listed.equals(found)) {
        throw new IllegalArgumentException(
            "the file %s must have the hash that %s lists, %s, but %s; restore it, or if you changed it on purpose, type ./vigie models seal --models %s, then ./vigie models approve --models %s"
                .formatted(
                    models.resolve(path),
                    NAME,
                    listed.isEmpty() ? "which is none" : listed,
                    found.isEmpty() ? "is not there" : "has another",
                    models,
                    models));
      }
    }
  }

  /** Returns the manifest as it is written. */
  public byte[] bytes() {
    ObjectNode root = JSON.createObjectNode();
    ObjectNode use = root.putObject("active");
    active.forEach(use::put);
    ObjectNode list = root.putObject("files");
    files.forEach(list::put);
    ObjectNode lists = root.putObject("tuned");
    tuned.forEach(lists::put);
    return (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the manifest of a models folder; a reader sees the old one or the new one whole. */
  public void write(Path models) throws IOException {
    WholeFile.write(models.resolve(NAME), bytes());
  }

  private static List<Path> filesOf(Path models, String model) throws IOException {
    try (Stream<Path> all = Files.list(models.resolve(model))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Returns what is tuned: all YAML, and what is kept packed, of the folder and those in it. */
  private static List<Path> listsOf(Path models) throws IOException {
    try (Stream<Path> all = Files.walk(models, 2)) {
      return all.filter(Files::isRegularFile).filter(Manifest::isList).sorted().toList();
    }
  }

  private static boolean isList(Path file) {
    String name = file.getFileName().toString();
    return name.endsWith(".yaml") || name.endsWith(".tsv") || name.endsWith(".tsv.gz");
  }

  private static String path(Path models, Path file) {
    return models.relativize(file).toString().replace('\\', '/');
  }

  private static SortedMap<String, String> texts(JsonNode root, String key, Path file) {
    JsonNode node = root.path(key);
    if (!node.isObject()) {
      throw new IllegalArgumentException(file + " needs an object under the key '" + key + "'");
    }
    SortedMap<String, String> texts = new TreeMap<>();
    node.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    if (key.equals("files") && texts.keySet().stream().anyMatch(p -> !isPath(p))) {
      throw new IllegalArgumentException(
          file + " needs paths like model/file under the key 'files', but has another");
    }
    return texts;
  }

  private static boolean isPath(String path) {
    return path.indexOf('/') > 0
        && path.indexOf('/') == path.lastIndexOf('/')
        && !path.contains("..");
  }
}
