package org.vigie.pipeline.erase;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.advert.Advert;
import org.vigie.advert.Observation;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.ErasedAdverts;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.workspace.Workspace;

/**
 * When each advert that a workspace holds was collected last: captured, found still there, or taken
 * in. Told from the inputs, so that it knows also of what is in no index.
 *
 * @param last id → the last time
 */
public record CollectedAdverts(SortedMap<String, Instant> last) {
  public CollectedAdverts {
    last = new TreeMap<>(last);
  }

  /**
   * Reads all inputs of a workspace, and its captures.
   *
   * @param templates those that runs of the workspace read pages with
   * @throws UnreadableInputException if an accepted input is no longer where it was
   */
  public static CollectedAdverts in(Workspace workspace, SiteTemplates templates)
      throws IOException {
    ErasedAdverts erased = ErasedAdverts.of(workspace);
    SortedMap<String, Instant> last = new TreeMap<>();
    SortedMap<String, Instant> stillThere = new TreeMap<>();
    for (InputManifest input : HeldInputs.of(workspace)) {
      try (EntryReader reader = EntryReader.open(input, templates)) {
        for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
          for (Intake intake : read) {
            note(erased.without(intake, input), input, last, stillThere);
          }
        }
      }
    }
    stillThere.keySet().retainAll(last.keySet());
    stillThere.forEach((id, at) -> last.merge(id, at, CollectedAdverts::later));
    return new CollectedAdverts(last);
  }

  private static void note(
      Intake intake,
      InputManifest input,
      SortedMap<String, Instant> last,
      SortedMap<String, Instant> stillThere) {
    Advert advert = intake.advert();
    if (advert != null) {
      last.merge(advert.id(), input.collected(advert.seenAt()), CollectedAdverts::later);
    }
    Observation seen = intake.observation();
    if (seen != null && seen.kind() == Observation.Kind.STILL_THERE) {
      stillThere.merge(seen.advertId(), input.collected(seen.at()), CollectedAdverts::later);
    }
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
