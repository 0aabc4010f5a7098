package org.vigie.web.pages.custody;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.casework.CaseFile;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.PackageWish;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.exchange.envelope.Recipients;
import org.vigie.exchange.marking.Tlp;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.failure.UserError;
import org.vigie.search.AdvertIndex;
import org.vigie.search.NoIndexException;
import org.vigie.search.query.QuerySyntaxException;
import org.vigie.web.Access;
import org.vigie.web.Act;
import org.vigie.web.Answer;
import org.vigie.web.Route;
import org.vigie.web.Visit;
import org.vigie.web.Worded;
import org.vigie.web.pages.part.Grounds;
import org.vigie.web.pages.part.NotFound;

/**
 * Where a member asks for the evidence package of a case. It is granted, declined and taken where
 * exports are.
 */
public final class PackagePages {
  private final Cases cases;
  private final PackageWishes wishes;
  private final PackageMaker maker;
  private final ExportSource source;
  private final Clock clock;

  public PackagePages(
      Cases cases, PackageWishes wishes, PackageMaker maker, ExportSource source, Clock clock) {
    this.cases = cases;
    this.wishes = wishes;
    this.maker = maker;
    this.source = source;
    this.clock = clock;
  }

  public List<Route> routes() {
    return List.of(
        Route.post("/cases/{id}/evidence", Access.ofReaders(), Act.ALTERATION, this::ask)
            .ofCase(visit -> find(visit).filter(CaseFile::isOpen).map(CaseFile::id)));
  }

  private Optional<CaseFile> find(Visit visit) {
    return cases.find(visit.account().name(), visit.path("id"));
  }

  private Answer ask(Visit visit) throws IOException {
    Optional<CaseFile> known = find(visit);
    if (known.isEmpty()) {
      return NotFound.answer();
    }
    if (!known.get().isOpen()) {
      return Answer.Page.error(409, "case.is-closed");
    }
    String recipient = visit.form("recipient").strip();
    String why = visit.form("why").strip();
    if (recipient.isEmpty()
        || recipient.length() > ExportRequest.LONGEST_RECIPIENT
        || why.length() < Grounds.SHORTEST) {
      return Grounds.tooShort();
    }
    if (!maker.canSign()) {
      return Answer.Page.error(422, "evidence.no-key");
    }
    return ask(visit, known.get().id(), recipient, why);
  }

  private Answer ask(Visit visit, String caseId, String recipient, String why) throws IOException {
    String account = visit.account().name();
    Recipients readers;
    try {
      readers = readers(visit);
    } catch (UserError e) {
      return Answer.Page.error(422, "evidence.certificates", Worded.of(e));
    }
    try (AdvertIndex index = source.open()) {
      List<String> held = PackageMaker.shown(index, maker.held(caseId, account));
      PackageWish wish = wish(visit, caseId, readers, held);
      String query = PackageMaker.query(index, wish.ids());
      if (index.search(source.request(query)).total() > PackageMaker.MOST) {
        return Answer.Page.error(422, "evidence.too-many");
      }
      wishes.ask(account, wish, query, recipient, why);
      return new Answer.SeeOther("/exports");
    } catch (NoIndexException e) {
      return Answer.Page.error(422, "search.empty");
    } catch (QuerySyntaxException e) {
      return Answer.Page.error(422, "evidence.too-many");
    } catch (IllegalArgumentException | DateTimeParseException e) {
      return Answer.Page.error(422, "evidence.incomplete");
    } catch (UserError e) {
      return Answer.Page.error(422, "error.refused", Worded.of(e));
    }
  }

  /** What is pasted and what is uploaded: an empty field of files brings a file of nothing. */
  private Recipients readers(Visit visit) throws IOException {
    String pasted = visit.form("certificates");
    if (pasted.length() >= Visit.LONGEST) {
      throw UserError.ofInput(
          "certificates must be less than %d characters, so that none is cut off, but are more"
              .formatted(Visit.LONGEST));
    }
    Recipients readers = Recipients.parse(pasted.getBytes(StandardCharsets.UTF_8));
    Optional<Visit.Upload> file = visit.upload("certificate");
    if (file.isPresent()) {
      readers = readers.and(Recipients.parse(file.get().content()));
    }
    readers.requireValid(clock.instant());
    return readers;
  }

  private static List<PartnerFormat> formats(Visit visit) {
    return visit.forms("partners").stream()
        .map(label ->
            PartnerFormat.named(label)
                .orElseThrow(() ->
                    new IllegalArgumentException(
                        "a partner's format must be one of %s, but is another"
                            .formatted(PartnerFormat.labels()))))
        .distinct()
        .sorted()
        .toList();
  }

  private PackageWish wish(Visit visit, String caseId, Recipients readers, List<String> held) {
    String language = visit.form("language");
    @Nullable LocalDate last = lastDay(visit.form("keep-until").strip());
    boolean isOver =
        last != null && last.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (!PackageMaker.speaks(language) || isOver) {
      throw new IllegalArgumentException(
          "a package must have a language of reports and a last day to come, but hasn't");
    }
    Tlp handling = Tlp.parse(visit.form("handling"));
    boolean pictures = visit.form("pictures").equals("yes");
    return new PackageWish(
        caseId, language, handling, last, pictures, formats(visit), readers, held);
  }

  private static @Nullable LocalDate lastDay(String day) {
    return day.isEmpty() ? null : LocalDate.parse(day);
  }
}
