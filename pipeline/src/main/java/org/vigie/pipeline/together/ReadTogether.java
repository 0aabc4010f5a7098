package org.vigie.pipeline.together;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vigie.advert.ContactProfile;
import org.vigie.classifier.Taxonomy;
import org.vigie.classifier.indicator.JobSeekers;
import org.vigie.search.AdvertIndex;

/**
 * Reads the newest adverts of a contact together, beside those of others in its channel, and finds
 * what no single advert shows and no sum of them.
 *
 * <p>It is done when somebody asks, from the index: what is usual in a channel moves with every
 * advert. So it raises no alert and adds to no risk.
 */
public final class ReadTogether {
  private final Taxonomy taxonomy;
  private final JobSeekers seekers;

  public ReadTogether(Taxonomy taxonomy, JobSeekers seekers) {
    this.taxonomy = taxonomy;
    this.seekers = seekers;
  }

  /** Makes it with the lists of a models folder. */
  public static ReadTogether load(Path models) throws IOException {
    return new ReadTogether(Taxonomy.load(models), JobSeekers.load(models));
  }

  /** Returns what the adverts of a contact show together, in order of the indicators' ids. */
  public List<SharedSign> of(AdvertIndex index, ContactProfile contact) throws IOException {
    ContactReading reading = ContactReading.of(index, contact);
    Optional<SharedSign> style = new AlikeAuthors(taxonomy, key -> isCut(index, key)).in(reading);
    Optional<SharedSign> mass = new MassProduction(taxonomy).in(reading);
    Optional<SharedSign> replies = new JobSeekerReplies(taxonomy, seekers, index).in(reading);
    Optional<SharedSign> independent = new IndependentPattern(taxonomy).in(reading);
    return Stream.of(style, mass, replies, independent)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparing(finding -> finding.indicator().id()))
        .toList();
  }

  private static boolean isCut(AdvertIndex index, String contact) {
    try {
      return index.findContactCut(contact).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException("an open index must be readable", e);
    }
  }
}
