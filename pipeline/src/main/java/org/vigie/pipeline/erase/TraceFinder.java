package org.vigie.pipeline.erase;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.output.AdvertFile;
import org.vigie.capture.extract.output.FoundAdvert;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.extract.site.SiteTemplates;
import org.vigie.capture.warc.ByteRange;
import org.vigie.capture.warc.RecordPlace;
import org.vigie.capture.warc.RecordPlaces;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.capture.warc.WarcReader;
import org.vigie.pipeline.intake.EntriesAhead;
import org.vigie.pipeline.intake.EntryReader;
import org.vigie.pipeline.intake.InputFormat;
import org.vigie.pipeline.intake.InputManifest;
import org.vigie.pipeline.intake.Intake;
import org.vigie.pipeline.intake.UnreadableInputException;
import org.vigie.pipeline.lines.LineRange;
import org.vigie.pipeline.workspace.Workspace;

/**
 * Looks through all inputs of a workspace, and its captures, for what some adverts left there.
 *
 * <p>Inputs are read twice: where an advert stood has to be known before pages can be found that
 * lead there.
 */
public final class TraceFinder {
  /** Pages share them, and rarely do they hold anything of one page alone. */
  private static final Pattern SCRIPT_OR_STYLE =
      Pattern.compile("(java|ecma)script|text/css", Pattern.CASE_INSENSITIVE);

  private final Workspace workspace;
  private final SiteTemplates templates;
  private final AdvertExtractor extractor;
  private final Set<String> wanted;
  private final Instant before;

  private final SortedSet<String> met = new TreeSet<>();
  private final SortedSet<String> addresses = new TreeSet<>();
  private final TextSearch texts = new TextSearch();
  private final Set<Long> keptAddresses = new HashSet<>();
  private final SortedMap<String, List<LineRange>> lines = new TreeMap<>();
  private final SortedMap<String, List<ByteRange>> records = new TreeMap<>();
  private final SortedMap<String, Traces.Kept> kept = new TreeMap<>();
  private final List<String> outside = new ArrayList<>();
  private final List<String> named = new ArrayList<>();

  /**
   * @param templates those that runs of the workspace read pages with
   * @param adverts ids of the adverts
   */
  public TraceFinder(Workspace workspace, SiteTemplates templates, Collection<String> adverts) {
    this(workspace, templates, adverts, Instant.MIN);
  }

  /**
   * @param before what holds no advert, such as a page that only leads to some or a line that can't
   *     be read, is looked for too if it was collected before this
   */
  public TraceFinder(
      Workspace workspace, SiteTemplates templates, Collection<String> adverts, Instant before) {
    this.before = before;
    this.workspace = workspace;
    this.templates = templates;
    this.extractor = new AdvertExtractor(templates);
    this.wanted = Set.copyOf(adverts);
  }

  /**
   * Finds the traces. Adverts that stay though their page goes are written to a folder.
   *
   * @param known addresses at which the adverts are known to have stood
   * @param keep the folder
   * @throws UnreadableInputException if an accepted input is no longer where it was: without it the
   *     workspace can't be made anew
   */
  public Traces find(Collection<String> known, Path keep) throws IOException {
    List<InputManifest> inputs = HeldInputs.of(workspace);
    addresses.addAll(known);
    for (InputManifest input : inputs) {
      if (input.layout().format() == InputFormat.WARC) {
        firstLook(input);
      } else {
        look(input);
      }
    }
    addresses.removeIf(address -> address.isEmpty() || keptAddresses.contains(key(address)));
    for (InputManifest input : inputs) {
      if (input.layout().format() == InputFormat.WARC) {
        secondLook(input, keep);
      }
    }
    return new Traces(met, addresses, lines, records, kept, outside, named);
  }

  private void look(InputManifest input) throws IOException {
    List<LineRange> found = new ArrayList<>();
    OriginalFile original = OriginalFile.of(input);
    boolean isOld = input.acceptance().at().isBefore(before);
    try (EntryReader reader = EntryReader.open(input, templates)) {
      long last = 0;
      for (List<Intake> read = reader.next(); read != null; read = reader.next()) {
        boolean erased = isOld && isUnreadable(read);
        for (Intake intake : read) {
          Advert advert = intake.advert();
          if (advert != null && isWanted(advert, List.of())) {
            erased = true;
            original.place(advert, reader.line()).ifPresent(outside::add);
          }
        }
        if (erased) {
          found.add(new LineRange(last + 1, reader.line()));
        }
        last = reader.line();
      }
    }
    if (isOutside(input)) {
      found.forEach(range -> outside.add(input.path() + ":" + range.first()));
    } else if (!found.isEmpty()) {
      lines.merge(relative(input), found, TraceFinder::both);
    }
  }

  private static boolean isUnreadable(List<Intake> read) {
    return read.stream().anyMatch(intake -> intake.deadLetter() != null);
  }

  /** Takes note of where an advert stood; returns whether it is to be erased. */
  private boolean isWanted(Advert advert, Collection<String> further) {
    boolean erased = wanted.contains(advert.id());
    if (erased) {
      met.add(advert.id());
      texts.add(advert);
      addresses.add(advert.url());
      addresses.addAll(further);
    } else {
      keptAddresses.add(key(advert.url()));
      further.forEach(address -> keptAddresses.add(key(address)));
    }
    return erased;
  }

  /** Stands for an address where millions are remembered: 64 bits of a digest. */
  private static long key(String address) {
    return UUID.nameUUIDFromBytes(address.getBytes(UTF_8)).getMostSignificantBits();
  }

  private void firstLook(InputManifest input) throws IOException {
    eachPage(
        input,
        new Look() {
          @Override
          public void at(Capture capture, byte[] payload, Extraction extraction) {
            List<String> further = new ArrayList<>(extraction.images());
            further.add(capture.url());
            extraction.adverts().forEach(advert -> isWanted(advert, further));
          }

          @Override
          public void atPart(Capture capture, byte[] payload) {}
        });
  }

  private void secondLook(InputManifest input, Path keep) throws IOException {
    AddressSearch search = new AddressSearch(addresses);
    GoingRecords.Found found = GoingRecords.Found.nothing();
    Map<String, List<FoundAdvert>> staying = new TreeMap<>();
    eachPage(
        input,
        new Look() {
          @Override
          public void at(Capture capture, byte[] payload, Extraction extraction) {
            List<Advert> others =
                extraction.adverts().stream()
                    .filter(advert -> !wanted.contains(advert.id()))
                    .toList();
            if (others.size() < extraction.adverts().size()) {
              found.pages().add(capture.offset());
              String mandate =
                  capture.mandate().isEmpty() ? input.acceptance().mandate() : capture.mandate();
              for (Advert advert : others) {
                staying
                    .computeIfAbsent(mandate, unused -> new ArrayList<>())
                    .add(new FoundAdvert(advert, capture));
              }
            } else if (!addresses.contains(capture.url())
                && search.isIn(capture, payload, extraction)) {
              if (others.isEmpty()) {
                found.pages().add(capture.offset());
              } else {
                named.add(input.path() + " at " + capture.offset());
              }
            }
            if (!others.isEmpty()) {
              found.stay().add(capture.offset());
            }
          }

          /** Several pages may have asked for the same answer, each with the adverts of all. */
          @Override
          public void atPart(Capture capture, byte[] payload) {
            String type = capture.headers().getOrDefault("content-type", "");
            if (texts.isIn(payload, type) || search.isIn(capture, payload, Extraction.nothing())) {
              found.pages().add(capture.offset());
            }
            if (SCRIPT_OR_STYLE.matcher(type).find()) {
              found.scripts().add(capture.offset());
            }
          }
        });
    take(input, found, staying, keep);
  }

  private void take(
      InputManifest input, GoingRecords.Found in, Map<String, List<FoundAdvert>> staying, Path keep)
      throws IOException {
    List<ByteRange> found =
        new GoingRecords(RecordPlaces.of(Path.of(input.path())), in)
            .ranges(
                addresses, place -> isOld(place, input), url -> keptAddresses.contains(key(url)));
    if (isOutside(input)) {
      found.forEach(range -> outside.add(input.path() + " at " + range.from()));
      return;
    }
    if (!found.isEmpty()) {
      records.put(relative(input), found);
    }
    for (Map.Entry<String, List<FoundAdvert>> adverts : staying.entrySet()) {
      String name = "kept-" + kept.size() + ".jsonl";
      try (AdvertFile file = AdvertFile.open(keep.resolve(name))) {
        file.write(adverts.getValue());
      }
      kept.put(name, new Traces.Kept(input.name(), adverts.getKey()));
    }
  }

  /** What has no address is about the file, or tells of an erasure. */
  private boolean isOld(RecordPlace place, InputManifest input) {
    return !place.target().isEmpty() && input.collected(place.date()).isBefore(before);
  }

  /** What is done with a page. */
  private interface Look {
    void at(Capture capture, byte[] payload, Extraction extraction);

    /** Is told of what a script of a page asked for. */
    void atPart(Capture capture, byte[] payload);
  }

  private void eachPage(InputManifest input, Look look) throws IOException {
    try (WarcReader warc = WarcReader.open(Path.of(input.path()))) {
      EntriesAhead entries = new EntriesAhead(warc::next);
      for (WarcEntry entry = entries.next(); entry != null; entry = entries.next()) {
        switch (entry) {
          case WarcEntry.Captured page ->
              look.at(
                  page.capture(),
                  page.payload(),
                  entries.withPictures(page, extractor.extract(page.capture(), page.payload())));
          case WarcEntry.Part part -> look.atPart(part.capture(), part.payload());
          default -> {}
        }
      }
    }
  }

  private boolean isOutside(InputManifest input) {
    return !Path.of(input.path()).startsWith(workspace.root());
  }

  private String relative(InputManifest input) {
    return workspace.root().relativize(Path.of(input.path())).toString();
  }

  private static List<LineRange> both(List<LineRange> some, List<LineRange> others) {
    List<LineRange> all = new ArrayList<>(some);
    all.addAll(others);
    return all;
  }
}
