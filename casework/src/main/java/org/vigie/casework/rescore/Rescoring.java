package org.vigie.casework.rescore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.classifier.AdvertAssessor;
import org.vigie.classifier.registry.Manifest;
import org.vigie.files.owner.FolderTree;
import org.vigie.pipeline.fault.ErasureFailpoint;
import org.vigie.pipeline.intake.Inbox;
import org.vigie.pipeline.topic.InputTopic;
import org.vigie.pipeline.topic.InputTopics;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.training.risk.FormEvaluation;

/**
 * The history of a workspace read once more, with other models, into a workspace of its own beside
 * the index that is in use: nothing changes there until the outcome is put in its place.
 *
 * <p>History is all inputs that were ever accepted, captures among them, so these have to be where
 * they were. What was there before is kept in {@code replaced/}.
 */
public final class Rescoring {
  /** What a run makes; each is moved whole. */
  private static final List<String> PARTS =
      List.of("state", "index", "dead-letters.jsonl", "escalations.jsonl");

  private static final String COMPLETE = "complete";

  private final Workspace workspace;
  private final Workspace rescored;

  /** What says that models may be used. */
  @FunctionalInterface
  public interface Approval {
    void require() throws IOException;
  }

  public Rescoring(Workspace workspace) {
    this.workspace = workspace;
    this.rescored = new Workspace(workspace.root().resolve("rescored"));
  }

  /** Returns the workspace that history is read into. */
  public Workspace rescored() {
    return rescored;
  }

  /** Returns the folder of the models that history is read with. */
  public Path models() {
    return rescored.root().resolve("used-models");
  }

  /**
   * Makes ready to read history anew, and forgets an outcome that wasn't put in place.
   *
   * @param models folder of models, taxonomy and lexicons
   * @param model a model in it that is to be in use for its form; null for those that are
   * @throws IllegalArgumentException if the workspace reads topics, which have no end, or there is
   *     no such model
   */
  public void prepare(Path models, @Nullable String model) throws IOException {
    List<InputTopic> topics = new InputTopics(workspace, Clock.systemUTC()).accepted();
    if (!topics.isEmpty()) {
      throw new IllegalArgumentException(
          "a workspace that is rescored must read files and captures alone, but this one reads topic %s, which has no end; to compare, read the topic into an empty workspace whose run.models names the other models"
              .formatted(topics.getFirst().topic()));
    }
    if (!Files.exists(models.resolve(Manifest.NAME))) {
      throw new IllegalArgumentException(
          "%s must be a folder of models, but holds no %s".formatted(models, Manifest.NAME));
    }
    FolderTree.delete(rescored.root());
    copy(models, models());
    if (model != null) {
      Manifest manifest = Manifest.read(models());
      manifest.requireUnaltered(models(), model);
      manifest.withActive(FormEvaluation.formOf(models(), model), model).write(models());
    }
    AdvertAssessor.load(models()); // says now, and clearly, what is amiss with them
    if (Files.isDirectory(workspace.sites())) {
      copy(workspace.sites(), rescored.sites());
    }
    Files.createDirectories(rescored.inbox());
    if (Files.exists(workspace.erased())) {
      Files.copy(workspace.erased(), rescored.erased());
    }
    Clock clock = Clock.systemUTC();
    new Inbox(rescored, clock).acceptAll(new Inbox(workspace, clock).accepted());
  }

  /** Says that all history was read. */
  public void complete() throws IOException {
    Files.writeString(rescored.root().resolve(COMPLETE), "");
  }

  /**
   * Puts the outcome in its place; the workspace's lock must be held. Cut short, it goes on where
   * it was.
   *
   * @param configured folder of the models that later runs of the workspace use
   * @param approval throws if these models are not approved for the workspace
   * @throws IllegalArgumentException if no outcome is complete, inputs were accepted since, or
   *     later runs would use other models
   */
  public void apply(Path configured, Approval approval) throws IOException {
    if (!Files.exists(rescored.root().resolve(COMPLETE))) {
      throw new IllegalArgumentException(
          "there must be an outcome to put in place, but is none; type ./vigie rescore first");
    }
    if (!names(manifests(workspace)).equals(names(manifests(rescored)))) {
      throw new IllegalArgumentException(
          "no input may have come since history was read, but one has; type ./vigie rescore again");
    }
    Manifest used = Manifest.read(models());
    if (!Arrays.equals(used.inUse().bytes(), Manifest.read(configured).inUse().bytes())) {
      throw new IllegalArgumentException(
          "later runs must use the models that history was read with, but run.models in vigie.yaml"
              + " names a folder in which others are in use");
    }
    approval.require();
    Path replaced = workspace.root().resolve("replaced");
    for (String part : PARTS) {
      Path outcome = rescored.root().resolve(part);
      if (Files.exists(outcome)) {
        replace(workspace.root().resolve(part), outcome, replaced.resolve(part));
        ErasureFailpoint.PART_REPLACED.reach();
      }
    }
    FolderTree.delete(rescored.root());
  }

  private static void replace(Path present, Path outcome, Path kept) throws IOException {
    if (Files.exists(present)) {
      FolderTree.delete(kept);
      Files.createDirectories(kept.getParent());
      Files.move(present, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    Files.move(outcome, present, StandardCopyOption.ATOMIC_MOVE);
  }

  private static List<Path> manifests(Workspace of) throws IOException {
    if (!Files.isDirectory(of.inbox())) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(of.inbox())) {
      return all.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> file.getFileName().toString()).toList();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target);
        }
      }
    }
  }
}
