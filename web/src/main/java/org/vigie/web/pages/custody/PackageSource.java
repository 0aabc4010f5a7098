package org.vigie.web.pages.custody;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vigie.advert.Mandate;
import org.vigie.casework.Cases;
import org.vigie.casework.ExportRequest;
import org.vigie.casework.PackageWish;
import org.vigie.casework.PackageWishes;
import org.vigie.casework.evidence.PackageMaker;
import org.vigie.casework.mandate.AuditEvent;
import org.vigie.casework.mandate.Disclosure;
import org.vigie.exchange.partner.PartnerFormat;
import org.vigie.files.owner.OwnerOnly;
import org.vigie.search.AdvertIndex;
import org.vigie.web.AccessFilter;
import org.vigie.web.Answer;
import org.vigie.web.Visit;

/**
 * Where the files of granted evidence packages come from. Each is made when it is taken, so that
 * none lies about that nobody takes.
 *
 * @param source the adverts, and where a file waits until it is sent
 * @param desk what makes packages
 * @param wishes what is to be packed
 * @param cases of which whoever takes a package must still be a member
 * @param mandate that under which packages are handed over now; throws if none holds
 * @param traces where it is logged which package goes out
 */
public record PackageSource(
    ExportSource source,
    PackageMaker maker,
    PackageWishes wishes,
    Cases cases,
    Supplier<Mandate> mandate,
    AccessFilter.Traces traces) {

  /** Returns what is to be packed, as long as who asks is still a member of the case. */
  Optional<PackageWish> wish(Visit visit, ExportRequest request) {
    return wishes
        .find(request.id())
        .filter(wish -> cases.find(visit.account().name(), wish.caseId()).isPresent());
  }

  /** Makes the package, and logs by which hash it goes out before there is a file. */
  Answer file(Visit visit, ExportRequest request, PackageWish wish) throws IOException {
    boolean isSealed = !wish.readers().isNobody();
    String extension = isSealed ? ".p7m" : ".zip";
    Path file =
        OwnerOnly.folder(source.folder()).resolve("package-" + UUID.randomUUID() + extension);
    try (AdvertIndex index = source.open()) {
      PackageMaker.Written written =
          maker.write(
              request, wish, mandate.get(), index, file, hash -> log(visit, request, wish, hash));
      return new Answer.File(
          isSealed ? "application/pkcs7-mime" : "application/zip",
          "vigie-evidence-" + request.id() + extension,
          written.file(),
          written.shown());
    }
  }

  private static String formats(PackageWish wish) {
    return wish.formats().isEmpty()
        ? ""
        : wish.formats().stream()
            .map(PartnerFormat::label)
            .collect(Collectors.joining(" ", ", also as ", ""));
  }

  private void log(Visit visit, ExportRequest request, PackageWish wish, String hash) {
    traces.log(
        visit.account().name(),
        AuditEvent.of(
                "evidence package",
                "id=%d, case %s, TLP:%s, granted by %s%s%s"
                    .formatted(
                        request.id(),
                        wish.caseId(),
                        wish.marking().label(),
                        request.decision().by(),
                        formats(wish),
                        wish.readers().logged()))
            .in(visit.session().id())
            .because(visit.session().reason().orElse(""))
            .disclosing(new Disclosure(request.recipient(), request.why()))
            .handingOut(hash));
  }
}
