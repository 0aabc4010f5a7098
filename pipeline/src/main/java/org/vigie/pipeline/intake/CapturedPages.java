package org.vigie.pipeline.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Capture;
import org.vigie.advert.DeadLetter;
import org.vigie.advert.PictureHash;
import org.vigie.capture.extract.AdvertExtractor;
import org.vigie.capture.extract.Unread;
import org.vigie.capture.extract.page.Extraction;
import org.vigie.capture.picture.PictureFields;
import org.vigie.capture.picture.PictureReading;
import org.vigie.capture.warc.WarcEntry;
import org.vigie.files.plugin.PluginFault;
import org.vigie.files.plugin.PluginProcess;
import org.vigie.pipeline.plugin.PagePlugins;
import org.vigie.pipeline.plugin.PluginSet;

/** Makes adverts of captures, with what became of them later. */
public final class CapturedPages {
  private final InputManifest input;
  private final AdvertExtractor extractor;
  private final PagePlugins plugins;
  private final Set<String> told = new HashSet<>();

  /**
   * @param input what the captures are said to come from
   */
  public CapturedPages(InputManifest input, AdvertExtractor extractor) {
    this(input, extractor, new PagePlugins(PluginSet.none()));
  }

  /**
   * @param plugins that read the pages of some hosts in place of the extractor
   */
  CapturedPages(InputManifest input, AdvertExtractor extractor, PagePlugins plugins) {
    this.plugins = plugins;
    this.input = input;
    this.extractor = extractor;
  }

  /**
   * Returns what the next entry holds, or null at the end; what can't be read is a dead letter. The
   * frame of a page that was rendered holds nothing: what the browser made of it is read.
   */
  public @Nullable List<Intake> next(EntriesAhead entries) throws IOException {
    WarcEntry entry = entries.next();
    if (entry == null) {
      return null;
    }
    List<Intake> read = read(entry);
    if (entry instanceof WarcEntry.Captured page
        && read.stream().anyMatch(CapturedPages::hasPictures)) {
      read = withPictures(read, entries.picturesOf(page));
    }
    boolean isFrame =
        entry instanceof WarcEntry.Captured answer
            && read.stream().anyMatch(CapturedPages::needsScript)
            && entries.isRendered(answer);
    return isFrame ? read.stream().filter(each -> !needsScript(each)).toList() : read;
  }

  private static boolean hasPictures(Intake read) {
    Advert advert = read.advert();
    return advert != null && !PictureFields.addresses(advert.fields()).isEmpty();
  }

  private static List<Intake> withPictures(
      List<Intake> read, Map<String, PictureReading> readings) {
    List<Intake> fuller = new ArrayList<>();
    for (Intake each : read) {
      Advert advert = each.advert();
      fuller.add(advert == null ? each : each.with(PictureFields.added(advert, readings)));
    }
    return fuller;
  }

  private static boolean needsScript(Intake read) {
    DeadLetter dead = read.deadLetter();
    return dead != null && dead.kind().equals(Unread.NEEDS_SCRIPT.label());
  }

  private List<Intake> read(WarcEntry entry) {
    return switch (entry) {
      case WarcEntry.Captured captured -> read(captured);
      case WarcEntry.Part part -> List.of(); // what its page shows of it is read there
      case WarcEntry.Observed observed -> observed.observations().stream().map(Intake::of).toList();
      case WarcEntry.Hashed hashed -> List.of(Intake.of(hashed.picture()));
      case WarcEntry.Pictured pictured -> read(pictured);
      case WarcEntry.Unchanged unchanged -> List.of(); // its adverts are observed still there
      case WarcEntry.Unreadable bad -> List.of(dead(bad.position(), bad.kind(), bad.reason(), ""));
    };
  }

  /** What it says is its page's. */
  private List<Intake> read(WarcEntry.Pictured pictured) {
    List<Intake> read = new ArrayList<>();
    PictureHash hash = pictured.picture();
    if (hash != null) {
      read.add(Intake.of(hash));
    }
    PictureReading.Refusal refusal = pictured.reading().refusal();
    if (!refusal.kind().isEmpty()) {
      read.add(dead(pictured.position(), refusal.kind(), refusal.reason(), pictured.url()));
    }
    return read;
  }

  private List<Intake> read(WarcEntry.Captured captured) {
    Capture capture = underMandate(captured.capture());
    Optional<PluginProcess> plugin = plugins.of(capture.url());
    return plugin.isEmpty() || captured.payload().length == 0 || isToldOf(plugin.get())
        ? extracted(capture, captured)
        : asked(plugin.get(), capture, captured);
  }

  /** That a plug-in is asked no more one dead letter says. */
  private boolean isToldOf(PluginProcess plugin) {
    return plugin.isStopped() && !told.add(plugin.spec().name());
  }

  /** A page that a plug-in can't read is read as any other, and a dead letter says so. */
  private List<Intake> asked(PluginProcess plugin, Capture capture, WarcEntry.Captured captured) {
    try {
      List<Advert> adverts = PagePlugins.read(plugin, capture, captured.payload());
      return adverts.isEmpty()
          ? List.of(Intake.withoutAdvert())
          : adverts.stream().map(Intake::of).toList();
    } catch (PluginFault e) {
      List<Intake> things = new ArrayList<>();
      things.add(
          dead(capture.offset(), e.kind().label(), String.valueOf(e.getMessage()), capture.url()));
      things.addAll(extracted(capture, captured));
      return things;
    }
  }

  private List<Intake> extracted(Capture capture, WarcEntry.Captured captured) {
    Extraction extraction = extractor.extract(capture, captured.payload());
    if (!extraction.failure().isEmpty()) {
      return List.of(
          dead(capture.offset(), "not-extractable", extraction.failure(), capture.url()));
    }
    List<Intake> adverts = new ArrayList<>();
    for (Advert advert : extraction.adverts()) {
      adverts.add(Intake.of(advert));
    }
    if (!adverts.isEmpty()) {
      return adverts;
    }
    String unread = extraction.unread();
    if (unread.isEmpty() || Unread.of(unread).isExpected()) {
      return List.of(Intake.withoutAdvert());
    }
    return List.of(dead(capture.offset(), unread, Unread.of(unread).reason(), capture.url()));
  }

  /** A WARC made elsewhere names no mandate: then the one it was accepted under holds. */
  private Capture underMandate(Capture capture) {
    return capture.mandate().isEmpty()
        ? new Capture(
            capture.url(),
            capture.fetchedAt(),
            capture.status(),
            capture.headers(),
            capture.payloadDigest(),
            capture.container(),
            capture.offset(),
            input.acceptance().mandate())
        : capture;
  }

  private Intake dead(long position, String kind, String reason, String raw) {
    return Intake.of(new DeadLetter(input.name(), position, kind, reason, raw));
  }
}
