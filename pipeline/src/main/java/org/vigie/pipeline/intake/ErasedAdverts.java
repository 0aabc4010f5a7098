package org.vigie.pipeline.intake;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.pipeline.workspace.Workspace;

/**
 * The adverts that were erased from a workspace, which no run takes in again wherever it meets
 * them.
 *
 * @param ids their ids, which are digests of their content and tell nothing of it
 */
public record ErasedAdverts(Set<String> ids) implements Serializable {
  public ErasedAdverts {
    ids = Set.copyOf(ids);
  }

  /** Returns none. */
  public static ErasedAdverts none() {
    return new ErasedAdverts(Set.of());
  }

  /** Returns those of a workspace. */
  public static ErasedAdverts of(Workspace workspace) throws IOException {
    return Files.exists(workspace.erased())
        ? new ErasedAdverts(Set.copyOf(new TreeSet<>(Files.readAllLines(workspace.erased()))))
        : none();
  }

  /** Adds some to those of a workspace. */
  public static void add(Workspace workspace, Collection<String> more) throws IOException {
    TreeSet<String> all = new TreeSet<>(of(workspace).ids);
    if (all.addAll(more)) {
      Path part = workspace.erased().resolveSibling("erased.part");
      Files.write(part, all);
      Files.move(
          part,
          workspace.erased(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Returns a thing read from an input; one that is about an erased advert holds nothing. */
  public Intake without(Intake intake) {
    return ids.isEmpty() || !names(intake)
        ? intake
        : Intake.withoutAdvert().at(intake.bytes(), intake.nanoseconds());
  }

  private boolean names(Intake intake) {
    Advert advert = intake.advert();
    Observation observation = intake.observation();
    return advert != null && ids.contains(advert.id())
        || observation != null
            && (ids.contains(observation.advertId()) || ids.contains(observation.detail()));
  }
}
