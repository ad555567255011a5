/** One demo letter: who writes, in which language, what. `to` is a local part of the demo domain. */
export interface Letter {
  from: string
  to: string
  subject: string
  text: string
  html?: boolean
  attachment?: { filename: string; content: string; contentType: string }
  headers?: Record<string, string>
  /** Signed with the sender's DKIM key. */
  signed?: boolean
}

const signedShop = 'Harbor Supplies <orders@harbor.example>'

/** Written for this project. Senders: harbor.example signs and asks to reject forgeries, lantern.example has SPF alone, plum.example has neither. */
export const letters: Letter[] = [
  { from: signedShop, to: 'orders', subject: 'Invoice 8841 for your order of rope', text: 'Good morning,\n\nplease find invoice 8841 attached. It is due in 14 days.\n\nHarbor Supplies', signed: true, html: true, attachment: { filename: 'invoice-8841.csv', content: 'item,pieces,price\nrope,12,4.50\n', contentType: 'text/csv' } },
  { from: signedShop, to: 'orders', subject: 'Your parcel leaves today', text: 'Two boxes left our yard at 10:20. The carrier says Thursday.', signed: true },
  { from: 'Mara Lindqvist <mara@lantern.example>', to: 'sales', subject: 'A question about bulk prices', text: 'Hello,\n\nwhat would 400 lamps cost, delivered to Gothenburg in March?\n\nKind regards\nMara' },
  { from: '佐藤 葵 <aoi@lantern.example>', to: 'sales', subject: '請求書の送付について', text: 'お世話になっております。\n\n先月分の請求書をお送りください。会議は来週の火曜日を希望します。\n\nよろしくお願いいたします。\n佐藤' },
  { from: '高橋 健 <ken@plum.example>', to: 'support', subject: '配送状況を教えてください', text: '注文番号 20418 の荷物がまだ届いていません。追跡番号を教えていただけますか。' },
  { from: 'Zoé Marchand <zoe@lantern.example>', to: 'sales', subject: 'Devis pour trente lampes à huile', text: 'Bonjour,\n\npourriez-vous nous envoyer un devis avant vendredi ? Les délais nous inquiètent un peu.\n\nBien à vous,\nZoé' },
  { from: 'Jörg Müßig <joerg@plum.example>', to: 'support', subject: 'Rückfrage zur Größe der Öse', text: 'Guten Tag,\n\npasst die Öse mit 12 mm auch für dünnere Seile? Das Datenblatt schweigt dazu.\n\nGrüße\nJörg Müßig' },
  { from: 'Lucía Peña <lucia@plum.example>', to: 'support', subject: '¿Cuándo vuelve a haber existencias?', text: 'Hola:\n\n¿sabéis ya cuándo volverá el farol verde? Un cliente pregunta cada mañana.\n\nGracias,\nLucía' },
  { from: '王小明 <xiaoming@lantern.example>', to: 'sales', subject: '关于下季度的合作', text: '您好:\n\n我们想在下个季度增加订货量,请告知最低起订量和交货时间。\n\n王小明' },
  { from: '林怡君 <yijun@lantern.example>', to: 'sales', subject: '樣品已經收到', text: '樣品今天早上收到了,顏色比照片深一點,大家都很喜歡。' },
  { from: '김서연 <seoyeon@plum.example>', to: 'support', subject: '반품 절차 문의', text: '안녕하세요.\n\n지난주에 받은 등이 깨져 있었습니다. 반품 절차를 알려 주세요.' },
  { from: 'Ольга Снегирёва <olga@lantern.example>', to: 'sales', subject: 'Счёт за октябрь', text: 'Добрый день!\n\nПришлите, пожалуйста, счёт за октябрь ещё раз: прежний не открывается.' },
  { from: 'Κώστας Ηλιάδης <kostas@plum.example>', to: 'support', subject: 'Οδηγίες συναρμολόγησης', text: 'Καλημέρα,\n\nλείπει η σελίδα 3 από τις οδηγίες. Μπορείτε να τη στείλετε;' },
  { from: 'ليلى حداد <layla@lantern.example>', to: 'sales', subject: 'طلب عرض أسعار', text: 'مرحبا،\n\nنرجو إرسال عرض أسعار لخمسين مصباحا قبل نهاية الأسبوع.' },
  { from: 'נועה ברק <noa@plum.example>', to: 'support', subject: 'שאלה על האחריות', text: 'שלום,\n\nהאם האחריות מכסה גם את הזכוכית?' },
  { from: 'ปรีชา วงศ์ดี <preecha@lantern.example>', to: 'sales', subject: 'สอบถามราคาส่ง', text: 'สวัสดีครับ\n\nขอราคาส่งสำหรับโคมไฟหนึ่งร้อยชิ้น พร้อมค่าขนส่งมากรุงเทพฯ' },
  { from: 'Nguyễn Thu Hà <ha@plum.example>', to: 'support', subject: 'Hóa đơn bị sai tên công ty', text: 'Chào anh chị,\n\ntên công ty trên hóa đơn bị thiếu một chữ. Nhờ anh chị sửa giúp.' },
  { from: 'अनिता शर्मा <anita@lantern.example>', to: 'sales', subject: 'दीपावली के लिए ऑर्डर', text: 'नमस्ते,\n\nहमें दीपावली से पहले दो सौ दीये चाहिए। क्या यह संभव है?' },
  { from: 'Ayşe Yıldız <ayse@plum.example>', to: 'support', subject: 'Sipariş iptali', text: 'Merhaba,\n\n3071 numaralı siparişi iptal etmek istiyorum. İki kez vermişim.' },
  { from: 'Paweł Żak <pawel@lantern.example>', to: 'sales', subject: 'Zapytanie o knoty świec', text: 'Dzień dobry,\n\nczy sprzedajecie knoty na metry? Potrzebuję około dwustu metrów.' },
  { from: 'Tereza Říhová <tereza@plum.example>', to: 'support', subject: 'Chybějící šroubky', text: 'Dobrý den,\n\nv balení chyběly čtyři šroubky. Pošlete je prosím?' },
  { from: 'João Araújo <joao@lantern.example>', to: 'sales', subject: 'Orçamento para a feira', text: 'Olá,\n\nprecisamos de um orçamento para a feira de maio. São doze expositores.' },
  { from: 'Giulia Fabbri <giulia@plum.example>', to: 'support', subject: 'Perché è arrivato rosso?', text: 'Buongiorno,\n\navevo ordinato il verde, è arrivato il rosso. Bello, ma non è il mio.' },
  { from: 'Femke de Vries <femke@lantern.example>', to: 'sales', subject: 'Afspraak volgende week', text: 'Hoi,\n\nschikt dinsdag om tien uur? Ik neem de stalen mee.' },
  { from: 'Lantern Weekly <news@lantern.example>', to: 'news', subject: 'Lantern Weekly 31: trimming a wick', text: 'This week: how to trim a wick, and three lamps from the harbour museum.', html: true, headers: { 'List-Id': 'Lantern Weekly <weekly.lantern.example>', 'List-Unsubscribe': '<mailto:leave@lantern.example>' } },
  { from: signedShop, to: 'orders+urgent', subject: 'Action needed: address for order 8850', text: 'The street number is missing on order 8850. Please answer by noon, or it waits until Monday.', signed: true },
  { from: 'Emeka Obi <emeka@plum.example>', to: 'support', subject: 'Photos of the damaged crate', text: 'Three photos are in the archive. The crate was open when it came.', attachment: { filename: '写真-crate.txt', content: 'stand-in for three photos', contentType: 'text/plain' } },
  { from: 'Harbor Supplies <orders@harbor.example>', to: 'accounts', subject: 'Changed bank details', text: 'Please pay to the new account from today.\n\n(This letter claims to be from Harbor Supplies and is not signed: its domain asks to reject such mail.)' },
  { from: '"Prize office" <win@plum.example>', to: 'sales', subject: 'You have been chosen', text: 'Claim it now.\n\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X' },
  { from: '"当選事務局" <prize@plum.example>', to: 'support', subject: 'おめでとうございます', text: '当選しました。\n\nXJS*C4JDBQADN1.NSBN3*2IDNEN*GTUBE-STANDARD-ANTI-UBE-TEST-EMAIL*C.34X' },
]
