"""Which units does this cell name, and which of them are groups?

In the expected texts units are separated by ' | ', and a group ends with '*'.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.text.unit_names import nearest_name
from scoring.text.units import Unit, UnitNames, is_recognised, is_repaired, parse_units
from scoring.text.words import fold

NONE_KNOWN = UnitNames(frozenset(), frozenset(), {})

SECTORS = "Các sở, ban, ngành*"
DISTRICTS = "UBND cấp huyện*"
COMMUNES = "UBND cấp xã*"
ROOMS = "Các phòng chuyên môn*"
SERVICES = "Các đơn vị sự nghiệp*"
CENTRE = "Trung tâm Phục vụ hành chính công"
INFORMATION = "Sở Thông tin và Truyền thông"
PLANNING = "Sở Kế hoạch và Đầu tư"
LABOUR = "Sở Lao động - Thương binh và Xã hội"
CULTURE = "Sở Văn hóa, Thể thao và Du lịch"

# Code, lead, coordinating of the 21 leaves of Kế hoạch 6006/KH-UBND, Lâm Đồng, 23/8/2021.
LAM_DONG_2020 = [
    ("1.5", "Các sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("1.5", "Sở Nội vụ; Văn phòng UBND tỉnh", "Sở Nội vụ | Văn phòng UBND tỉnh"),
    ("1.6", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("1.6", "Văn phòng UBND tỉnh", "Văn phòng UBND tỉnh"),
    ("3.4.1", "Các Sở, ban, ngành", SECTORS),
    (
        "3.4.1",
        "Trung tâm phục vụ HCC; Sở Thông tin và Truyền thông",
        f"{CENTRE} | {INFORMATION}",
    ),
    ("3.4.2", "UBND cấp huyện", DISTRICTS),
    (
        "3.4.2",
        "Trung tâm phục vụ HCC; Sở Thông tin và Truyền thông",
        f"{CENTRE} | {INFORMATION}",
    ),
    ("3.4.3", "UBND cấp xã", COMMUNES),
    (
        "3.4.3",
        "Trung tâm phục vụ HCC; Sở Thông tin và Truyền thông",
        f"{CENTRE} | {INFORMATION}",
    ),
    ("4.1.2", "Các sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("4.1.2", "Sở Nội vụ", "Sở Nội vụ"),
    ("4.1.3", "Các sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("4.1.3", "Sở Nội vụ, Sở Tài chính", "Sở Nội vụ | Sở Tài chính"),
    ("4.3.3", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    (
        "4.3.3",
        "Thanh tra tình; các Sở chuyên ngành",
        "Thanh tra tỉnh | Các sở chuyên ngành*",
    ),
    (
        "5.5.2",
        "Các Sở, ban, ngành; UBND cấp huyện; UBND cấp xã, các đơn vị sự nghiệp",
        f"{SECTORS} | {DISTRICTS} | {COMMUNES} | {SERVICES}",
    ),
    ("5.5.2", "Sở Nội vụ", "Sở Nội vụ"),
    ("6.1.1", "Sở KH&ĐT, Sở Tài chính", f"{PLANNING} | Sở Tài chính"),
    ("6.1.1", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("6.1.2", "Sở Tài chính", "Sở Tài chính"),
    ("6.1.2", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("6.1.3", "Sở Tài chính", "Sở Tài chính"),
    ("6.1.3", "Các sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("6.3.3", "Sở Tài chính", "Sở Tài chính"),
    ("6.3.3", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("6.3.4", "Sở Tài chính", "Sở Tài chính"),
    ("6.3.4", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("7.1.3", "Sở Thông tin và Truyền thông", INFORMATION),
    (
        "7.1.3",
        "Các sở, ban, ngành; UBND cấp huyện; UBND cấp xã",
        f"{SECTORS} | {DISTRICTS} | {COMMUNES}",
    ),
    (
        "7.1.9",
        "Các sở, ban, ngành; UBND cấp huyện; UBND cấp xã",
        f"{SECTORS} | {DISTRICTS} | {COMMUNES}",
    ),
    (
        "7.1.9",
        "Trung tâm phục vụ HCC; Sở Thông tin và Truyền thông",
        f"{CENTRE} | {INFORMATION}",
    ),
    ("8.3.1", "Sở Kế hoạch và Đầu tư", PLANNING),
    ("8.3.1", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    ("8.5", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    (
        "8.5",
        "Sở Kế hoạch và Đầu tư; Văn phòng UBND tỉnh",
        f"{PLANNING} | Văn phòng UBND tỉnh",
    ),
    ("8.6", "Các Sở, ban, ngành; UBND cấp huyện", f"{SECTORS} | {DISTRICTS}"),
    (
        "8.6",
        "Sở Kế hoạch và Đầu tư; Văn phòng UBND tỉnh",
        f"{PLANNING} | Văn phòng UBND tỉnh",
    ),
    (
        "9.1",
        "Các Sở, ban, ngành; UBND cấp huyện, cấp xã",
        f"{SECTORS} | {DISTRICTS} | {COMMUNES}",
    ),
    ("9.1", "Sở Nội vụ, Bưu điện tỉnh", "Sở Nội vụ | Bưu điện tỉnh"),
    (
        "9.2",
        "Đại biểu HĐND tỉnh; lãnh đạo UBND tỉnh; lãnh đạo UBND cấp huyện; "
        "Giám đốc, Phó Giám đốc và Trưởng phòng các Sở, ban, ngành",
        "Đại biểu HĐND tỉnh* | Lãnh đạo UBND tỉnh* | Lãnh đạo UBND cấp huyện* | "
        "Giám đốc, Phó Giám đốc và Trưởng phòng các sở, ban, ngành*",
    ),
    (
        "9.2",
        "Văn phòng UBND tỉnh, Sở Nội vụ, Bưu điện tinh",
        "Văn phòng UBND tỉnh | Sở Nội vụ | Bưu điện tỉnh",
    ),
]

# Every lead and coordinating line of the plan of 2023 of Sở VHTTDL Gia Lai.
GIA_LAI_2023 = [
    ("Văn phòng Sở.", "Văn phòng Sở"),
    ("Văn phòng Sở", "Văn phòng Sở"),
    ("Văn phòng Sở, Thanh tra Sở", "Văn phòng Sở | Thanh tra Sở"),
    ("Văn phòng Sở; Thanh tra Sở", "Văn phòng Sở | Thanh tra Sở"),
    ("Thanh tra Sở.", "Thanh tra Sở"),
    ("Phòng Quản lý Văn hóa.", "Phòng Quản lý Văn hóa"),
    ("Các phòng chuyên môn và đơn vị sự nghiệp.", f"{ROOMS} | {SERVICES}"),
    ("Các phòng chuyên môn, đơn vị sự nghiệp", f"{ROOMS} | {SERVICES}"),
    ("Các phòng chuyên môn, đơn vị sự nghiệp.", f"{ROOMS} | {SERVICES}"),
    ("Các phòng chuyên môn", ROOMS),
    ("Các đơn vị sự nghiệp", SERVICES),
    ("Các phòng chuyên môn và đơn vị sự nghiệp được kiểm tra.", f"{ROOMS} | {SERVICES}"),
    (
        "Thanh tra Sở, các phòng chuyên môn và đơn vị sự nghiệp.",
        f"Thanh tra Sở | {ROOMS} | {SERVICES}",
    ),
    (
        "Thanh tra Sở, các phòng chuyên môn và đơn vị sự nghiệp được kiểm tra.",
        f"Thanh tra Sở | {ROOMS} | {SERVICES}",
    ),
    (
        "Các phòng chuyên môn, Sở Thông tin và Truyền thông/Trung tâm Phục vụ hành chính công "
        "của tỉnh, Bưu điện tỉnh.",
        f"{ROOMS} | {INFORMATION} | {CENTRE} | Bưu điện tỉnh",
    ),
    (
        "Sở Thông tin và Truyền thông, Văn phòng UBND tỉnh/Trung tâm Phục vụ hành chính công "
        "của tỉnh, Bru điện tỉnh",
        f"{INFORMATION} | Văn phòng UBND tỉnh | {CENTRE} | Bưu điện tỉnh",
    ),
    (
        "Các phòng chuyên môn, Văn phòng UBND tỉnh/Trung tâm Phục vụ hành chính công của tỉnh, "
        "Bru điện tỉnh",
        f"{ROOMS} | Văn phòng UBND tỉnh | {CENTRE} | Bưu điện tỉnh",
    ),
    (
        "Bru điện tỉnh, Trung tâm phục vụ hành chính công tỉnh",
        f"Bưu điện tỉnh | {CENTRE}",
    ),
    (
        "Các phòng chuyên môn, Bưu điện tỉnh, đơn vị sự nghiệp.",
        f"{ROOMS} | Bưu điện tỉnh | {SERVICES}",
    ),
    ("Các phòng chuyên môn, Bưu điện tỉnh.", f"{ROOMS} | Bưu điện tỉnh"),
    ("Bưu điện tỉnh.", "Bưu điện tỉnh"),
    (
        "Ban biên tập Trang thông tin điện tử, Bưu điện tỉnh",
        "Ban Biên tập Trang thông tin điện tử | Bưu điện tỉnh",
    ),
    (
        "Các phòng chuyên môn, đơn vị sự nghiệp; Sở Tư pháp",
        f"{ROOMS} | {SERVICES} | Sở Tư pháp",
    ),
    ("Các phòng chuyên môn; Văn phòng UBND tỉnh", f"{ROOMS} | Văn phòng UBND tỉnh"),
    (
        "Các phòng chuyên môn, Trung tâm Phục vụ hành chính công của tỉnh.",
        f"{ROOMS} | {CENTRE}",
    ),
    (
        "Các phòng chuyên môn, đơn vị sự nghiệp; Sở Nội vụ",
        f"{ROOMS} | {SERVICES} | Sở Nội vụ",
    ),
    ("Các đơn vị sự nghiệp; Sở Nội vụ.", f"{SERVICES} | Sở Nội vụ"),
    ("Các phòng chuyên môn; Sở Nội vụ", f"{ROOMS} | Sở Nội vụ"),
    ("- Chủ trì: Văn phòng Sở.", "Văn phòng Sở"),
    ("- Đơn vị phụ trách: Văn phòng Sở.", "Văn phòng Sở"),
]

# From the appendix of Kế hoạch 76/KH-SVHTT, Hà Nội, 14/02/2022.
HA_NOI_2022 = [
    (
        "- Văn phòng Sở\n- Các phòng, đơn vị thuộc Sở",
        "Văn phòng Sở | Các phòng, ban, đơn vị thuộc Sở*",
    ),
    (
        "- Văn phòng Sở - Các phòng, đơn vị thuộc Sở",
        "Văn phòng Sở | Các phòng, ban, đơn vị thuộc Sở*",
    ),
    (
        "- Tổ chức Pháp chế Sở - Các phòng, đơn vị thuộc Sở",
        "Phòng Tổ chức - Pháp chế | Các phòng, ban, đơn vị thuộc Sở*",
    ),
    (
        "- Văn phòng Sở - Bộ phận Tiếp công dân - Ban Biên tập, tổ thư ký Cổng Thông tin điện tử",
        "Văn phòng Sở | Bộ phận Tiếp công dân | Ban Biên tập Trang thông tin điện tử",
    ),
    ("Văn phòng UBND TP.", "Văn phòng UBND thành phố"),
    ("Sở, Ban, Ngành; UBND các quận, huyện, thị xã", f"{SECTORS} | {DISTRICTS}"),
    ("Tổ chức pháp chế", "Phòng Tổ chức - Pháp chế"),
    ("Phòng Kế hoạch - Tài chính", "Phòng Kế hoạch - Tài chính"),
    ("Các đơn vị sự nghiệp thuộc Sở", SERVICES),
]

OTHERS = [
    # A name with commas and 'và' in it is one unit, beside others too.
    (f"Sở Văn hoá, Thể thao và Du lịch, {INFORMATION}", f"{CULTURE} | {INFORMATION}"),
    (f"Sở Nội vụ và {LABOUR}", f"Sở Nội vụ | {LABOUR}"),
    ("Sở Lao động, Thương binh và Xã hội và Ban Dân tộc", f"{LABOUR} | Ban Dân tộc"),
    ("Sở LĐ-TB&XH, Sở NN&PTNT", f"{LABOUR} | Sở Nông nghiệp và Phát triển nông thôn"),
    ("Sở VHTTDL; Sở TT&TT; Sở KHĐT", f"{CULTURE} | {INFORMATION} | {PLANNING}"),
    ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
    ("Sở Xây dựng và Kiến trúc", "Sở Xây dựng và Kiến trúc"),
    ("Phòng Văn hóa và Thông tin, Công an huyện", "Phòng Văn hóa và Thông tin | Công an huyện"),
    ("Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Văn phòng Đoàn ĐBQH và HĐND tỉnh"),
    # 'Sở' goes for all that follow.
    ("Sở Nội vụ, Tài chính và Kế hoạch và Đầu tư", f"Sở Nội vụ | Sở Tài chính | {PLANNING}"),
    ("Các Sở: Tài chính, Nội vụ và Xây dựng", "Sở Tài chính | Sở Nội vụ | Sở Xây dựng"),
    # Groups.
    ("Các sở ban ngành", SECTORS),
    ("các sở, ban, ngành, đoàn thể cấp tỉnh và UBND các huyện, thành phố",)
    + (f"{SECTORS} | {DISTRICTS}",),
    ("Các Sở, ban, ngành tỉnh, UBND các huyện, thị xã, thành phố", f"{SECTORS} | {DISTRICTS}"),
    ("Các Sở", "Các sở*"),
    ("UBND cấp huyện và cấp xã", f"{DISTRICTS} | {COMMUNES}"),
    ("UBND cấp huyện/xã", f"{DISTRICTS} | {COMMUNES}"),
    ("UBND tỉnh, cấp huyện, cấp xã", f"UBND tỉnh | {DISTRICTS} | {COMMUNES}"),
    ("Ủy ban nhân dân cấp huyện; Uỷ ban nhân dân cấp xã", f"{DISTRICTS} | {COMMUNES}"),
    ("Sở Nội vụ và các đơn vị liên quan", "Sở Nội vụ | Các cơ quan, đơn vị liên quan*"),
    # With the province's name, brackets, numbers and repeats.
    ("Bưu điện tỉnh Lâm Đồng, UBND tỉnh Gia Lai", "Bưu điện tỉnh | UBND tỉnh"),
    ("Sở Nội vụ tỉnh Bà Rịa - Vũng Tàu", "Sở Nội vụ"),
    ("UBND thành phố Đà Lạt", "UBND thành phố Đà Lạt"),
    ("Sở Nội vụ (tổng hợp, báo cáo), Sở Tài chính", "Sở Nội vụ | Sở Tài chính"),
    ("1. Sở Nội vụ\n2. Sở Tài chính", "Sở Nội vụ | Sở Tài chính"),
    ("Sở Nội vụ; sở nội vụ; SỞ NỘI VỤ", "Sở Nội vụ"),
    ("Sở Nội vụ và/hoặc Sở Tài chính", "Sở Nội vụ | Sở Tài chính"),
    # Names that nobody registered.
    ("nhà máy nước; Sở Nội vụ", "Nhà máy nước | Sở Nội vụ"),
    ("Ban Quản lý Vườn quốc gia và Du lịch", "Ban Quản lý Vườn quốc gia và Du lịch"),
]

SLIPS = [
    ("Thanh tra tình", "Thanh tra tỉnh"),
    ("Bưu điện tinh", "Bưu điện tỉnh"),
    ("Bru điện tỉnh", "Bưu điện tỉnh"),
    ("Sở Nôi vụ", "Sở Nội vụ"),
    ("Sở Tài chinh", "Sở Tài chính"),
    ("Sở Tài chínhh", "Sở Tài chính"),
    ("Văn phòng UBND tình", "Văn phòng UBND tỉnh"),
    ("Các sở, ban, nghành", SECTORS),
    ("Sở Kế hoach và Đâu tư", PLANNING),
]

# Every way to shorten a name: with '&', 'và', '-', blanks or nothing between.
SHORT = """
    Sở KH&ĐT                     | Sở Kế hoạch và Đầu tư
    Sở KHĐT                      | Sở Kế hoạch và Đầu tư
    Sở KH - ĐT                   | Sở Kế hoạch và Đầu tư
    Sở KH và ĐT                  | Sở Kế hoạch và Đầu tư
    SKH&ĐT                       | Sở Kế hoạch và Đầu tư
    Sở TT&TT                     | Sở Thông tin và Truyền thông
    Sở TT và TT                  | Sở Thông tin và Truyền thông
    STTTT                        | Sở Thông tin và Truyền thông
    Sở VHTTDL                    | Sở Văn hóa, Thể thao và Du lịch
    Sở VHTT&DL                   | Sở Văn hóa, Thể thao và Du lịch
    Sở VH,TT&DL                  | Sở Văn hóa, Thể thao và Du lịch
    Sở VH-TT-DL                  | Sở Văn hóa, Thể thao và Du lịch
    Sở Văn hóa, TT&DL            | Sở Văn hóa, Thể thao và Du lịch
    Sở LĐTBXH                    | Sở Lao động - Thương binh và Xã hội
    Sở LĐ-TB&XH                  | Sở Lao động - Thương binh và Xã hội
    Sở LĐ,TB&XH                  | Sở Lao động - Thương binh và Xã hội
    Sở LĐ-TB và XH               | Sở Lao động - Thương binh và Xã hội
    Sở Lao động-TBXH             | Sở Lao động - Thương binh và Xã hội
    Sở GD&ĐT                     | Sở Giáo dục và Đào tạo
    Sở GD-ĐT                     | Sở Giáo dục và Đào tạo
    Sở NN&PTNT                   | Sở Nông nghiệp và Phát triển nông thôn
    Sở Nông nghiệp & PTNT        | Sở Nông nghiệp và Phát triển nông thôn
    Sở NN-MT                     | Sở Nông nghiệp và Môi trường
    Sở TN&MT                     | Sở Tài nguyên và Môi trường
    Sở GTVT                      | Sở Giao thông vận tải
    Sở GT&VT                     | Sở Giao thông vận tải
    Sở Giao thông - Vận tải      | Sở Giao thông vận tải
    Sở KHCN                      | Sở Khoa học và Công nghệ
    Sở Khoa học - Công nghệ      | Sở Khoa học và Công nghệ
    Sở NV                        | Sở Nội vụ
    S. Nội vụ                    | Sở Nội vụ
    SNV                          | Sở Nội vụ
    STC                          | Sở Tài chính
    Sở TP                        | Sở Tư pháp
    Sở Công thương               | Sở Công Thương
    Sở Dân tộc - Tôn giáo        | Sở Dân tộc và Tôn giáo
    Bộ TN-MT                     | Bộ Tài nguyên và Môi trường
    BNV                          | Bộ Nội vụ
    VPCP                         | Văn phòng Chính phủ
    TTPVHCC                      | Trung tâm Phục vụ hành chính công
    TT PVHCC tỉnh                | Trung tâm Phục vụ hành chính công
    Trung tâm PV HCC             | Trung tâm Phục vụ hành chính công
    Trung tâm Phục vụ HCC tỉnh   | Trung tâm Phục vụ hành chính công
    TT Hành chính công           | Trung tâm Phục vụ hành chính công
    HCC                          | Trung tâm Phục vụ hành chính công
    VP UBND tỉnh                 | Văn phòng UBND tỉnh
    VPUBND tỉnh                  | Văn phòng UBND tỉnh
    VP. UBND TP                  | Văn phòng UBND thành phố
    VP Đoàn ĐBQH&HĐND tỉnh       | Văn phòng Đoàn ĐBQH và HĐND tỉnh
    VP HĐND&UBND huyện           | Văn phòng HĐND và UBND huyện
    BQL KCN                      | Ban Quản lý các khu công nghiệp
    Ban QL các KCN tỉnh          | Ban Quản lý các khu công nghiệp
    BQL KKT                      | Ban Quản lý Khu kinh tế
    CA tỉnh                      | Công an tỉnh
    TTr tỉnh                     | Thanh tra tỉnh
    BHXH tỉnh                    | Bảo hiểm xã hội tỉnh
    KBNN tỉnh                    | Kho bạc Nhà nước tỉnh
    NHNN tỉnh                    | Ngân hàng Nhà nước chi nhánh tỉnh
    UBMTTQ tỉnh                  | Ủy ban MTTQ Việt Nam tỉnh
    UB MTTQ Việt Nam tỉnh        | Ủy ban MTTQ Việt Nam tỉnh
    LĐLĐ tỉnh                    | Liên đoàn Lao động tỉnh
    Hội LHPN tỉnh                | Hội Liên hiệp Phụ nữ tỉnh
    Liên minh HTX tỉnh           | Liên minh Hợp tác xã tỉnh
    Bộ CHQS tỉnh                 | Bộ Chỉ huy Quân sự tỉnh
    Đài PT&TH tỉnh               | Đài Phát thanh - Truyền hình tỉnh
    Ban TĐKT                     | Ban Thi đua - Khen thưởng
    Ban Tổ chức TU               | Ban Tổ chức Tỉnh ủy
    VP Tỉnh uỷ                   | Văn phòng Tỉnh ủy
    BCĐ CCHC tỉnh                | Ban Chỉ đạo Cải cách hành chính
    Phòng TC-KH                  | Phòng Tài chính - Kế hoạch
    Phòng TCCB                   | Phòng Tổ chức cán bộ
    Các sở ngành                 | Các sở, ban, ngành*
    Các CQCM thuộc UBND tỉnh     | Các sở, ban, ngành*
    UBND các huyện, TX, TP       | UBND cấp huyện*
    UBND huyện, TX, TP           | UBND cấp huyện*
    UBND xã, phường, TT          | UBND cấp xã*
    Các ĐVSN                     | Các đơn vị sự nghiệp*
    Các ĐVSN công lập            | Các đơn vị sự nghiệp công lập*
    CBCCVC                       | Cán bộ, công chức, viên chức*
    SNV; STC; VP UBND tỉnh       | Sở Nội vụ | Sở Tài chính | Văn phòng UBND tỉnh
    Các Sở: TN&MT; XD; GTVT      | Sở Tài nguyên và Môi trường | Sở Xây dựng | Sở Giao thông vận tải
    Sở Nội vụ phối hợp Sở Tài chính | Sở Nội vụ | Sở Tài chính
    Sở Nội vụ chủ trì            | Sở Nội vụ
"""

# Real units that one letter, one word or their level tells from another one.
OTHER_UNITS = """
    Bộ Nội vụ                    | Bộ Nội vụ
    Bộ Tài chính                 | Bộ Tài chính
    Thanh tra Chính phủ          | Thanh tra Chính phủ
    Thanh tra Sở                 | Thanh tra Sở
    Công an huyện                | Công an huyện
    Bưu điện                     | Bưu điện
    Bưu điện huyện Lạc Dương     | Bưu điện huyện Lạc Dương
    VP UBND                      | Văn phòng UBND
    VP UBND huyện                | Văn phòng UBND huyện
    Văn phòng UBND thành phố Đà Lạt | Văn phòng UBND thành phố Đà Lạt
    UBMTTQ                       | Ủy ban MTTQ Việt Nam
    Phòng Nội vụ                 | Phòng Nội vụ
    Phòng Tư pháp                | Phòng Tư pháp
    Sở Văn hóa và Thể thao       | Sở Văn hóa và Thể thao
    Sở KHKT                      | Sở KHKT
    SĐT                          | SĐT
    STK                          | STK
"""

NO_SLIPS = [
    "Bộ Xây dựng",  # not Sở Xây dựng
    "Lãnh đạo Bộ*",  # not Lãnh đạo Sở
    "Sở Y học",  # not Sở Y tế
    "Sở Tài",
    "Ban Dân vận",  # not Ban Dân tộc
    "Thanh tra huyện",
    "UBND huyện",
]


def written(units: tuple[Unit, ...]) -> str:
    return " | ".join(f"{unit.name}{'*' if unit.group else ''}" for unit in units)


@pytest.mark.parametrize(("code", "text", "expected"), LAM_DONG_2020)
def test_lam_dong(code: str, text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), GIA_LAI_2023)
def test_gia_lai(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), HA_NOI_2022)
def test_ha_noi(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), OTHERS)
def test_other_ways_to_write_units(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(("text", "expected"), SLIPS)
def test_slips_are_repaired(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


def rows(table: str) -> list[tuple[str, str]]:
    cells = [line.partition("|") for line in table.strip().splitlines()]
    return [(text.strip(), name.strip()) for text, _, name in cells]


@pytest.mark.parametrize(("text", "expected"), rows(SHORT) + rows(OTHER_UNITS))
def test_abbreviations_in_full(text: str, expected: str, names: UnitNames) -> None:
    assert written(parse_units(text, names)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thanh tra tình", ["Thanh tra tình → Thanh tra tỉnh"]),
        ("Sở KH&ĐT, Sở Tài chính", ["Sở KH&ĐT → Sở Kế hoạch và Đầu tư"]),
        ("UBND cấp huyện, cấp xã", ["cấp xã → UBND cấp xã"]),
        ("Các Sở, ban, ngành; SỞ NỘI VỤ; Uỷ ban nhân dân tỉnh",)
        + (["Uỷ ban nhân dân tỉnh → UBND tỉnh"],),
        ("Các sở ban ngành", []),  # commas are no slip
        ("Sở Văn hoá, Thể thao và Du lịch", []),  # nor is where the tone mark stands
        ("nhà máy nước", []),
    ],
)
def test_what_is_told_as_a_repair(text: str, expected: list[str], names: UnitNames) -> None:
    units = [unit for unit in parse_units(text, names) if is_repaired(unit)]
    assert [f"{unit.printed} → {unit.name}" for unit in units] == expected


@pytest.mark.parametrize(
    ("text", "recognised"),
    [
        ("Sở Nội vụ", True),
        ("UBND huyện", True),
        ("UBND huyện Lạc Dương", True),
        ("Công an thành phố Đà Lạt", True),
        ("Trung tâm Phục vụ hành chính công xã", True),
        ("Trưởng phòng Nghiệp vụ", True),
        ("Tất cả các đơn vị", True),  # a group
        ("Sở Y học", False),
        ("Nhà máy nước", False),
        ("Tổ công tác", False),
    ],
)
def test_which_units_are_recognised(text: str, recognised: bool, names: UnitNames) -> None:
    assert [is_recognised(unit, names) for unit in parse_units(text, names)] == [recognised]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Sở Kế họach và Đầu tưu", PLANNING),
        ("Sở Thông tinn và Truyền thônq", INFORMATION),
        ("Văn phònq UBDN tỉnh", "Văn phòng UBND tỉnh"),
        ("Nhà máy nước", None),
        ("Sở X", None),
    ],
)
def test_a_likely_name_is_only_proposed(text: str, nearest: str | None, names: UnitNames) -> None:
    assert nearest_name(text, names) == nearest


@pytest.mark.parametrize("text", NO_SLIPS)
def test_another_unit_is_no_slip(text: str, names: UnitNames) -> None:
    assert written(parse_units(text.removesuffix("*"), names)) == text


@pytest.mark.parametrize("text", [None, "", "  ", "-", "–", "x", "\u00a0", ";", "…", "()"])
def test_a_blank_cell_names_nobody(text: str | None, names: UnitNames) -> None:
    assert parse_units(text, names) == ()


def test_the_printed_text_is_kept_beside_the_name(names: UnitNames) -> None:
    assert parse_units("Thanh tra tình; UBND cấp huyện, cấp xã", names) == (
        Unit("Thanh tra tỉnh", group=False, printed="Thanh tra tình"),
        Unit("UBND cấp huyện", group=True, printed="UBND cấp huyện"),
        Unit("UBND cấp xã", group=True, printed="cấp xã"),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Các Sở, ban, ngành; UBND cấp huyện", "Các Sở, ban, ngành* | UBND cấp huyện*"),
        ("Sở, Ban, Ngành", "Sở, Ban, Ngành*"),
        ("Giám đốc, Phó Giám đốc và Trưởng phòng các Sở, ban, ngành",)
        + ("Giám đốc, Phó Giám đốc và Trưởng phòng các Sở, ban, ngành*",),
        ("UBND các huyện, thị xã và thành phố", "UBND các huyện, thị xã và thành phố*"),
        ("Các phòng chuyên môn và đơn vị sự nghiệp",)
        + ("Các phòng chuyên môn* | Các đơn vị sự nghiệp*",),
        ("UBND cấp huyện, cấp xã; Sở Y tế", "UBND cấp huyện* | UBND cấp xã* | Sở Y tế"),
        ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ"),
        ("lãnh đạo UBND tỉnh; đại biểu HĐND", "Lãnh đạo UBND tỉnh* | Đại biểu HĐND*"),
        ("Trung tâm Văn hóa và Hội nghị", "Trung tâm Văn hóa và Hội nghị"),
    ],
)
def test_the_rules_alone_when_no_name_is_known(text: str, expected: str) -> None:
    assert written(parse_units(text, NONE_KNOWN)) == expected


def test_a_slip_between_two_known_names_is_left_alone() -> None:
    both = UnitNames(frozenset(("Trạm Bình Lâm", "Trạm Bình Lân")), frozenset(), {})
    assert written(parse_units("Trạm Bình Lâp", both)) == "Trạm Bình Lâp"


def test_numbers_are_never_slips() -> None:
    teams = UnitNames(frozenset(("Tổ công tác số 2",)), frozenset(), {})
    assert written(parse_units("Tổ công tác số 3", teams)) == "Tổ công tác số 3"


def test_every_registered_name_and_alias_means_its_own_unit(
    unit_rows: list[dict[str, str]], names: UnitNames
) -> None:
    wrong = {
        spelling: written(parse_units(spelling, names))
        for row in unit_rows
        for spelling in [row["name"], *filter(None, row["aliases"].split(";"))]
        if [unit.name for unit in parse_units(spelling, names)] != [row["name"]]
    }
    assert wrong == {}


def test_no_spelling_belongs_to_two_units(unit_rows: list[dict[str, str]]) -> None:
    spellings = [
        fold(spelling)
        for row in unit_rows
        for spelling in {row["name"], *filter(None, row["aliases"].split(";"))}
    ]
    assert sorted(spellings) == sorted(set(spellings))


def test_groups_are_registered_as_groups(unit_rows: list[dict[str, str]]) -> None:
    assert {row["group"] for row in unit_rows} == {"0", "1"}
    named_like_groups = {row["name"] for row in unit_rows if fold(row["name"]).startswith("các ")}
    assert named_like_groups <= {row["name"] for row in unit_rows if row["group"] == "1"}


@given(st.data())
def test_units_listed_with_any_hard_sign_are_read_back(data: st.DataObject) -> None:
    known = UnitNames(
        names=frozenset(("Sở Nội vụ", CULTURE, "Bưu điện tỉnh", "Các sở, ban, ngành")),
        groups=frozenset(("Các sở, ban, ngành",)),
        aliases={},
    )
    listed = data.draw(st.lists(st.sampled_from(sorted(known.names)), unique=True))
    text = data.draw(st.sampled_from([";", "; ", "/", "\n", ", ", " ; \n"])).join(listed)
    assert [unit.name for unit in parse_units(text, known)] == listed


@given(st.text(alphabet="SởNộivụcấpxãUBNDcác ,;/-()và\n.:"))
def test_any_text_gives_distinct_units_with_names(text: str) -> None:
    found = [unit.name for unit in parse_units(text, NONE_KNOWN)]
    assert all(found)
    assert len(found) == len({fold(name) for name in found})
