package org.vigie.casework.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.vigie.advert.Finding;
import org.vigie.advert.Mandate;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.PackageWish;
import org.vigie.casework.config.EvidenceSettings;
import org.vigie.casework.error.UserErrors;
import org.vigie.casework.mandate.IdScan;
import org.vigie.casework.mandate.ShownIds;
import org.vigie.casework.meaning.Glosses;
import org.vigie.casework.meaning.Translations;
import org.vigie.exchange.bag.SigningKey;
import org.vigie.exchange.evidence.Dossier;
import org.vigie.exchange.evidence.EvidencePackage;
import org.vigie.exchange.evidence.PartnerFiles;
import org.vigie.exchange.evidence.ReportWords;
import org.vigie.exchange.picture.Pictures;
import org.vigie.files.build.Build;
import org.vigie.files.failure.UserError;
import org.vigie.pipeline.workspace.Workspace;
import org.vigie.search.AdvertIndex;

/** The maker of evidence packages that people ask for in the console. */
public final class PackageMaker {
  /** Adverts that a package may hold. */
  public static final int MOST = EvidenceCollection.MOST;

  private final Workspace workspace;
  private final EvidenceSettings settings;
  private final Path models;
  private final Translations translations;
  private final Clock clock;
  private final ReentrantLock writing = new ReentrantLock();

  /**
   * @param models folder of the models
   * @param translations who puts foreign adverts into the reader's language
   */
  public PackageMaker(
      Workspace workspace,
      EvidenceSettings settings,
      Path models,
      Translations translations,
      Clock clock) {
    this.workspace = workspace;
    this.settings = settings;
    this.models = models;
    this.translations = translations;
    this.clock = clock;
  }

  /** Returns whether there is a key that signs. */
  public boolean canSign() {
    return Files.exists(key());
  }

  /** Returns whether there are reports in a language. */
  public static boolean speaks(String code) {
    return ReportWords.LANGUAGES.stream()
        .map(Locale::getLanguage)
        .anyMatch(language -> language.equals(code));
  }

  /**
   * Returns the ids of what a case holds and can be packed.
   *
   * @throws UserError if the account isn't a member of the case, or it holds nothing of the kind
   */
  public List<String> held(String caseId, String account) {
    return new CaseContents(workspace.database(), clock).opened(List.of(caseId), account).held();
  }

  /** Returns those of ids that the index shows: a package is of nothing else. */
  public static List<String> shown(AdvertIndex index, List<String> ids) throws IOException {
    List<String> shown = new ArrayList<>();
    for (String id : ids) {
      for (String meant : NamedAdverts.meant(index, id)) {
        if (index.findAdvert(meant).isPresent()
            || index.findCluster(meant).isPresent()
            || NamedAdverts.isContact(index, meant)) {
          shown.add(id);
          break;
        }
      }
    }
    return shown;
  }

  /**
   * Returns the query that finds the adverts which ids stand for.
   *
   * @throws UserError if the index has none of them
   */
  public static String query(AdvertIndex index, List<String> ids) throws IOException {
    Set<String> clusters = new LinkedHashSet<>();
    Set<String> adverts = new LinkedHashSet<>();
    Set<String> naming = new LinkedHashSet<>();
    for (String id : ids) {
      for (String meant : NamedAdverts.meant(index, id)) {
        if (index.findAdvert(meant).isPresent()) {
          adverts.add(meant);
        } else if (index.findCluster(meant).isPresent()) {
          clusters.add(meant);
        } else if (NamedAdverts.isContact(index, meant)) {
          naming.add(NamedAdverts.naming(meant));
        }
      }
    }
    List<String> parts = new ArrayList<>();
    addAnyOf("cluster", clusters, parts);
    addAnyOf("id", adverts, parts);
    parts.addAll(naming);
    if (parts.isEmpty()) {
      throw UserErrors.ofInput(Finding.of("case-without-shown-advert"));
    }
    return String.join(" OR ", parts);
  }

  private static void addAnyOf(String field, Set<String> ids, List<String> parts) {
    if (!ids.isEmpty()) {
      parts.add(field + ":(" + String.join(" OR ", ids) + ")");
    }
  }

  /**
   * A package that was written.
   *
   * @param file where it lies
   * @param shown ids of what it names
   */
  public record Written(Path file, ShownIds shown) {}

  /**
   * Writes the package of a granted export to a zip, or encrypted to a file.
   *
   * @param index as everybody sees it
   * @param file where it is to lie, ending with {@code .zip} unless the wish names readers; nothing
   *     is there yet
   * @param before is told {@code sha256:} of the tag manifest before the file appears
   * @throws UserError if the export doesn't cover what the wish names any more, or it can't be
   *     signed or stamped, or a reader's certificate isn't valid any more
   */
  public Written write(
      ExportRequest granted,
      PackageWish wish,
      Mandate mandate,
      AdvertIndex index,
      Path file,
      Consumer<String> before)
      throws IOException {
    wish.readers().requireValid(clock.instant());
    Dossier dossier =
        new EvidenceCollection(workspace, index, clock)
            .collect(
                new EvidenceCollection.Wish(
                    granted,
                    new CaseContents.Opened(List.of(), wish.ids()),
                    granted.askedBy(),
                    wish.marking(),
                    wish.keepUntil(),
                    software(),
                    models),
                mandate)
            .dossier();
    Locale reader = ReportWords.language(wish.language());
    Dossier told =
        new ForeignTexts(new Glosses(models), translations, reader, clock).addTo(dossier);
    EvidencePackage writer =
        new EvidencePackage(
                workspace.captures(),
                SigningKey.read(key()),
                reader,
                settings.trusted(workspace.root()),
                wish.pictures() ? Pictures.wanted() : Pictures.none())
            .with(
                new PartnerFiles(
                    wish.formats(),
                    new CaseContents(workspace.database(), clock)
                        .nameForPartners(wish.caseId(), granted.askedBy())));
    List<ShownIds> shown = new ArrayList<>(List.of(ShownIds.of(dossier.adverts())));
    // What is to be encrypted lies in one folder, whoever takes it: one after the other.
    writing.lock();
    try {
      writer.write(
          told,
          file,
          wish.readers(),
          (content, hash) -> {
            shown.add(IdScan.ofFiles(content));
            before.accept(hash);
          });
    } finally {
      writing.unlock();
    }
    return new Written(file, shown.stream().reduce(ShownIds::and).orElseThrow());
  }

  private Path key() {
    return workspace.root().resolve(settings.key());
  }

  private static String software() {
    return "Vigie " + Build.version().orElse("(development)");
  }
}
