package org.vigie.pipeline.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.advert.Advert;
import org.vigie.advert.Provenance;
import org.vigie.crawler.extract.SiteTemplates;

/** Where some adverts stand in the inputs that a workspace accepted. */
public final class AdvertPlaces {
  private final SiteTemplates templates;

  /**
   * @param templates with which captures are read
   */
  public AdvertPlaces(SiteTemplates templates) {
    this.templates = templates;
  }

  /**
   * An input that holds some of the adverts.
   *
   * @param input the input
   * @param positions where, as {@link Provenance#position} counts; in rising order
   */
  public record Place(InputManifest input, List<Long> positions) {
    public Place {
      positions = List.copyOf(positions);
    }
  }

  /** Reads inputs through and returns those that hold any of some adverts, by their ids. */
  public List<Place> find(List<InputManifest> inputs, Set<String> ids) throws IOException {
    List<Place> places = new ArrayList<>();
    for (InputManifest input : inputs) {
      // A file that is no longer there holds nothing; a run passes over it, too.
      if (Files.exists(Path.of(input.path()))) {
        TreeSet<Long> positions = positions(input, ids);
        if (!positions.isEmpty()) {
          places.add(new Place(input, List.copyOf(positions)));
        }
      }
    }
    return places;
  }

  private TreeSet<Long> positions(InputManifest input, Set<String> ids) throws IOException {
    TreeSet<Long> positions = new TreeSet<>();
    try (EntryReader reader = EntryReader.open(input, templates)) {
      for (List<Intake> entry = reader.next(); entry != null; entry = reader.next()) {
        for (Intake intake : entry) {
          Advert advert = intake.advert();
          Provenance provenance = advert == null ? null : advert.provenance();
          if (advert != null && provenance != null && ids.contains(advert.id())) {
            positions.add(provenance.position());
          }
        }
      }
    }
    return positions;
  }
}
