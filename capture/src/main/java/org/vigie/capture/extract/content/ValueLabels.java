package org.vigie.capture.extract.content;

import java.util.Set;

/**
 * Words that stand before a price, and before how to reach somebody, in the languages of public
 * boards. The value behind them must look like one, too.
 */
final class ValueLabels {
  private static final Set<String> PRICES =
      Set.of(
          ("price|salary|rent|pay|wage|wages|rate|preis|miete|gehalt|lohn|prix|loyer|salaire|tarif|precio|salario"
                  + "|sueldo|alquiler|preço|valor|salário|aluguel|prezzo|stipendio|affitto|prijs|huur|loon|cena|płaca"
                  + "|wynagrodzenie|stawka|plat|mzda|ár|fizetés|bér|preț|salariu|chirie|cijena|plaća|plata|цена"
                  + "|зарплата|оплата|ставка|ціна|плата|заплата|τιμή|μισθός|ενοίκιο|fiyat|maaş|kira|ücret|السعر|الراتب"
                  + "|الأجر|מחיר|שכר|قیمت|حقوق|pris|lön|løn|lønn|hyra|hinta|palkka|vuokra|hind|palk|kaina|alga|harga"
                  + "|gaji|sewa|giá|lương|ราคา|เงินเดือน|价格|工资|薪资|租金|價格|価格|給料|가격|급여|ფასი|գին|qiymət|narx|баға")
              .split("\\|"));

  private static final Set<String> REACH =
      Set.of(
          ("phone|phone number|telephone|tel|tel.|tel no|mobile|cell|whatsapp|viber|call|contact|contacts|contact number"
                  + "|email|e-mail|mail|telefon|telefonnummer|handy|kontakt|téléphone|portable|courriel|teléfono|móvil"
                  + "|celular|contacto|correo|telefone|telemóvel|contato|telefono|cellulare|contatti|telefoon|gsm|mobiel"
                  + "|komórka|numer telefonu|mobil|mobilní|telefonszám|mobitel|телефон|тел|тел.|моб|контакт|контакты"
                  + "|почта|контакти|мобільний|τηλέφωνο|κινητό|cep|iletişim|هاتف|جوال|تلفون|واتساب|رقم الهاتف|טלפון|נייד"
                  + "|تلفن|موبایل|فون|फोन|मोबाइल|ফোন|মোবাইল|โทร|เบอร์โทร|điện thoại|sđt|telepon|hp|wa|nomor hp|电话|手机"
                  + "|联系电话|電話|手機|電話番号|携帯|전화|연락처|puhelin|telefoni|telefonas|tālrunis|ტელეფონი|հեռախոս|simu|ስልክ")
              .split("\\|"));

  private ValueLabels() {}

  static boolean isOfPrice(String label) {
    return PRICES.contains(PartLabels.bare(label.strip()));
  }

  static boolean isOfReach(String label) {
    return REACH.contains(PartLabels.bare(label.strip()));
  }
}
